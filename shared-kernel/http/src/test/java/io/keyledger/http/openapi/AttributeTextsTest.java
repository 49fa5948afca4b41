package io.keyledger.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttributeTextsTest {
    private static final List<ResourceType> TYPES = Stream.concat(
                    Resources.all().stream(),
                    Stream.of(
                            Resources.OWNERSHIP_TRANSFER,
                            Resources.CLIENT_SECRET_ROTATION,
                            Resources.LEAK_REPORT,
                            Resources.DASHBOARD_INSTALLATION))
            .toList();

    private final AttributeTexts meanings = AttributeTexts.shipped();

    @Test
    void saysOfEveryAttributeWhatItMeans() {
        assertThat(needed()).isSubsetOf(meanings.names());
    }

    @Test
    void saysNothingOfAttributesThatAreNone() {
        assertThat(meanings.names()).isSubsetOf(needed());
    }

    @Test
    void illustratesEveryAttribute() {
        assertThat(TYPES)
                .allSatisfy(type -> assertThat(type.attributes())
                        .allSatisfy(attribute -> assertThat(meanings.in(type, attribute, Schema.of("string"))
                                        .json())
                                .containsKeys("description", "examples")));
    }

    @Test
    void saysTheBoundsOfEveryFreeFormObject() {
        assertThat(TYPES)
                .allSatisfy(type -> assertThat(type.attributes())
                        .filteredOn(attribute -> attribute.type() == Attribute.Type.OBJECT
                                && (attribute.updatable() || attribute.create() != Attribute.Given.NEVER))
                        .allSatisfy(
                                attribute -> assertThat(meanings.in(type, attribute, AttributeSchemas.given(attribute))
                                                .json())
                                        .containsEntry("maxProperties", 64)
                                        .extractingByKey("description")
                                        .asString()
                                        .contains("16 KB", "64 members", "8 levels", "100 characters")));
    }

    private Stream<String> neededNames() {
        return TYPES.stream().flatMap(type -> type.attributes().stream().map(a -> meanings.nameOf(type, a)));
    }

    private List<String> needed() {
        return neededNames().distinct().toList();
    }
}
