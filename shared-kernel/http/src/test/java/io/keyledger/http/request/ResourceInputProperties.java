package io.keyledger.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.problem.InvalidValue;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class ResourceInputProperties {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property
    void anyBytesAreADocumentOrRefused(@ForAll byte[] body) {
        onlyRefuses(() -> ApiJson.parse(body));
    }

    @Property
    void anyDocumentIsAnInputOrRefused(@ForAll("types") ResourceType type, @ForAll("values") JsonNode body) {
        onlyRefuses(() -> ResourceInput.forCreate(type, body));
        onlyRefuses(() -> ResourceInput.forUpdate(type, "App0000001", body));
    }

    @Property
    void anyMembersAreAnInputOrRefused(
            @ForAll("types") ResourceType type,
            @ForAll("members") JsonNode attributes,
            @ForAll("members") JsonNode related) {
        var data = JSON.objectNode().put("type", type.name());
        data.set("attributes", attributes);
        data.set("relationships", related);
        var body = JSON.objectNode().set("data", data);

        onlyRefuses(() -> ResourceInput.forCreate(type, body));
        onlyRefuses(() -> ResourceInput.forUpdate(type, "App0000001", body));
    }

    @Property
    void whatIsReadIsWhatWasParsed(@ForAll("members") JsonNode object) {
        var json = JsonMapper.shared();

        var plain = ApiJson.plain(ApiJson.parse(json.writeValueAsString(object)));

        assertThat(ApiJson.parse(json.writeValueAsString(plain)))
                .isEqualTo(ApiJson.parse(json.writeValueAsString(object)));
    }

    @Provide
    Arbitrary<ResourceType> types() {
        return Arbitraries.of(Resources.all());
    }

    @Provide
    Arbitrary<JsonNode> members() {
        var names = Resources.all().stream()
                .flatMap(type -> Stream.concat(
                        type.attributes().stream().map(a -> a.name()),
                        type.relationships().stream().map(r -> r.name())))
                .distinct()
                .toList();
        return Arbitraries.maps(Arbitraries.of(names), values()).ofMaxSize(5).map(entries -> {
            var object = JSON.objectNode();
            entries.forEach(object::set);
            return object;
        });
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.just(JSON.nullNode()),
                () -> Arbitraries.of(true, false).map(JSON::booleanNode),
                () -> Arbitraries.integers().map(JSON::numberNode),
                () -> Arbitraries.bigDecimals().map(JSON::numberNode),
                () -> Arbitraries.strings().alpha().map(JSON::stringNode),
                () -> Arbitraries.of("true", "live", " ", "a@b", "roles", "Rol0000001")
                        .map(JSON::stringNode),
                () -> values().list().ofMaxSize(3).map(list -> JSON.arrayNode().addAll(list)),
                () -> Arbitraries.maps(Arbitraries.of("data", "type", "id", "attributes", "x"), values())
                        .ofMaxSize(3)
                        .map(entries -> {
                            var object = JSON.objectNode();
                            entries.forEach(object::set);
                            return object;
                        }));
    }

    private static void onlyRefuses(ThrowingCallable reading) {
        assertThat(catchThrowable(reading))
                .satisfiesAnyOf(
                        failure -> assertThat(failure).isNull(),
                        failure -> assertThat(failure).isInstanceOf(InvalidValue.class));
    }
}
