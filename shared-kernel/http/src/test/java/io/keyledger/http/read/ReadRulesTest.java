package io.keyledger.http.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadRulesTest {
    static Stream<ResourceType> all() {
        return Resources.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFilterKeyItTellsIsTaken(ResourceType type) {
        ReadRules.filterKeys(type).forEach((key, kind) -> {
            var options = ReadOptionsParser.list(type, parameter("filter[q][" + key + "_null]", "true"));

            assertThat(options.filters())
                    .singleElement()
                    .satisfies(filter -> assertThat(filter.anyOf())
                            .singleElement()
                            .satisfies(
                                    path -> assertThat(path.attribute().type()).isEqualTo(kind)));
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void tellsEveryAttributeThatCanBeFilteredOn(ResourceType type) {
        assertThat(ReadRules.filterKeys(type))
                .containsKeys(type.attributes().stream()
                        .filter(Attribute::filterable)
                        .map(Attribute::name)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySortKeyItTellsIsTaken(ResourceType type) {
        var keys = ReadRules.sortKeys(type);
        var options = ReadOptionsParser.list(type, parameter("sort", String.join(",", keys)));

        assertThat(options.sort()).hasSameSizeAs(keys);
    }

    private static Map<String, String[]> parameter(String name, String value) {
        return Map.of(name, new String[] {value});
    }
}
