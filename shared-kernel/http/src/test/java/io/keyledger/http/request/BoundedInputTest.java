package io.keyledger.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.error.Source;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.reference.FreeForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a request can set has a bound, so that no view has to keep what knows none. */
class BoundedInputTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BEYOND_ANY_TEXT = 200_000;
    private static final int BEYOND_ANY_LIST = 1_001;

    static Stream<Arguments> attributes() {
        return types().flatMap(type -> type.attributes().stream()
                .filter(attribute -> attribute.create() != Given.NEVER || attribute.updatable())
                // the body bounds lines, and whoever searches them what is found
                .filter(attribute -> attribute.type() != Attribute.Type.LINES)
                .map(attribute -> Arguments.of(type, attribute)));
    }

    static Stream<Arguments> lists() {
        return types().flatMap(type -> type.relationships().stream()
                .filter(relationship ->
                        relationship.many() && (relationship.create() != Given.NEVER || relationship.updatable()))
                .map(relationship -> Arguments.of(type, relationship)));
    }

    private static Stream<ResourceType> types() {
        return Stream.concat(
                Resources.all().stream(),
                Stream.of(
                        Resources.OWNERSHIP_TRANSFER,
                        Resources.CLIENT_SECRET_ROTATION,
                        Resources.LEAK_REPORT,
                        Resources.DASHBOARD_INSTALLATION));
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void refusesAnAttributeBeyondAnyBound(ResourceType type, Attribute attribute) {
        assertThat(refusals(type, attribute, Map.of("attributes", Map.of(attribute.name(), beyond(attribute)))))
                .extracting(Refusal::field)
                .anySatisfy(field -> assertThat(field).startsWith(Source.attribute(attribute.name())));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void refusesARelationshipBeyondAnyBound(ResourceType type, Relationship relationship) {
        var many = IntStream.range(0, BEYOND_ANY_LIST)
                .mapToObj(i -> Map.of("type", relationship.target(), "id", "Many%06d".formatted(i)))
                .toList();

        assertThat(refusals(
                        type,
                        relationship.create() == Given.NEVER,
                        Map.of("relationships", Map.of(relationship.name(), Map.of("data", many)))))
                .filteredOn(refusal -> Source.relationship(relationship.name()).equals(refusal.field()))
                .extracting(Refusal::rule)
                .containsExactly("too_long");
    }

    private static Object beyond(Attribute attribute) {
        return switch (attribute.type()) {
            case STRING -> "x".repeat(BEYOND_ANY_TEXT);
            case STRINGS ->
                IntStream.range(0, BEYOND_ANY_LIST).mapToObj(i -> "e" + i).toList();
            case INTEGER -> 3_000_000_000L;
            case INTEGERS -> IntStream.range(1, BEYOND_ANY_LIST).boxed().toList();
            case BOOLEAN -> "x".repeat(BEYOND_ANY_TEXT);
            case OBJECT -> Map.of("a", "x".repeat(FreeForm.MOST_BYTES));
            case LINES -> throw new AssertionError("lines have no bound of their own");
            case DATE -> throw new AssertionError("no request sets a date");
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api_credentials | metadata",
                "app_registrations | metadata",
                "customers | metadata",
                "customer_groups | metadata",
                "memberships | metadata",
                "organizations | metadata",
                "organizations | config",
                "permissions | metadata",
                "roles | metadata",
                "users | metadata"
            })
    void pointsAtTheFreeFormObject(String resource, String name) {
        var type = Objects.requireNonNull(Resources.byName(resource));
        var thrice = Map.of("n".repeat(9100), IntStream.range(0, 1900).boxed().toList());

        assertThat(refusals(type, true, Map.of("attributes", Map.of(name, thrice))))
                .singleElement()
                .extracting(Refusal::code, Refusal::field, Refusal::rule)
                .containsExactly(ErrorCode.VALIDATION_ERROR, "/data/attributes/" + name, "too_long");
    }

    @Test
    void leavesOutNoFreeFormObject() {
        assertThat(attributes()
                        .map(Arguments::get)
                        .filter(given -> ((Attribute) given[1]).type() == Attribute.Type.OBJECT)
                        .map(given -> ((ResourceType) given[0]).name() + '.' + ((Attribute) given[1]).name()))
                .containsExactlyInAnyOrder(
                        "api_credentials.metadata",
                        "app_registrations.metadata",
                        "customers.metadata",
                        "customer_groups.metadata",
                        "memberships.metadata",
                        "organizations.metadata",
                        "organizations.config",
                        "permissions.metadata",
                        "roles.metadata",
                        "users.metadata",
                        "versions.metadata");
    }

    private static List<Refusal> refusals(ResourceType type, Attribute attribute, Map<String, ?> members) {
        return refusals(type, attribute.create() == Given.NEVER, members);
    }

    private static List<Refusal> refusals(ResourceType type, boolean isUpdate, Map<String, ?> members) {
        var data = new HashMap<String, Object>(members);
        data.put("type", type.name());
        if (isUpdate) {
            data.put("id", "Aa00000001");
        }
        var body = JSON.valueToTree(Map.of("data", data));
        return catchThrowableOfType(
                        InvalidValue.class,
                        () -> new InputReader(type, isUpdate ? Purpose.UPDATE : Purpose.CREATE)
                                .read(body, isUpdate ? "Aa00000001" : null))
                .refusals();
    }
}
