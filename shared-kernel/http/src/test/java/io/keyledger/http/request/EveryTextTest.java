package io.keyledger.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.problem.InvalidValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Every text that a request may give, walked through the descriptions of all resources and actions. */
class EveryTextTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> HIDING =
            List.of("a\u202eb", "a\u200bb", "\ufeffa", "a\u2066b", "a\u0000b", "a\nb", "a\u3164", "a\u200db");

    record Place(ResourceType type, Attribute attribute) {
        @Override
        public String toString() {
            return type.name() + "." + attribute.name();
        }
    }

    static List<Place> places() {
        var actions = Stream.of(Resources.OWNERSHIP_TRANSFER, Resources.CLIENT_SECRET_ROTATION, Resources.LEAK_REPORT);
        return Stream.concat(Resources.all().stream(), actions)
                .flatMap(type -> type.attributes().stream().map(attribute -> new Place(type, attribute)))
                .filter(place -> isFreeText(place.attribute()))
                .toList();
    }

    @Test
    void areMany() {
        assertThat(places())
                .extracting(Place::toString)
                .hasSizeGreaterThan(30)
                .contains(
                        "api_credentials.name", "app_registrations.description", "roles.reference", "users.first_name");
    }

    @ParameterizedTest
    @MethodSource("places")
    void haveNothingHidden(Place place) {
        for (var text : HIDING) {
            assertThat(rules(place, text)).as(text).containsExactly("invalid");
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void haveSomethingVisibleUnlessTheyAreEmpty(Place place) {
        for (var text : List.of(" \u0301", "   ")) {
            assertThat(rules(place, text)).as(text).containsAnyOf("invalid", "blank");
        }
    }

    private static List<String> rules(Place place, String text) {
        var faults = new InputFaults();
        new AttributeReader(faults).read(place.attribute(), json(place.attribute(), text));
        return catchThrowableOfType(InvalidValue.class, faults::throwAny).refusals().stream()
                .map(refusal -> String.valueOf(refusal.rule()))
                .toList();
    }

    private static JsonNode json(Attribute attribute, String text) {
        return attribute.type() == Attribute.Type.STRINGS ? JSON.arrayNode().add(text) : JSON.stringNode(text);
    }

    private static boolean isFreeText(Attribute attribute) {
        return (attribute.type() == Attribute.Type.STRING || attribute.type() == Attribute.Type.STRINGS)
                && (attribute.create() != Given.NEVER || attribute.updatable())
                && !attribute.writeOnly()
                && attribute.rules().oneOf() == null;
    }
}
