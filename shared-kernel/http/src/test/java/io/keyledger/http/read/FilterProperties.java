package io.keyledger.http.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Filter;
import io.keyledger.http.description.Filter.Path;
import io.keyledger.http.description.Predicate;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.problem.InvalidValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FilterProperties {
    @Property(tries = 5000)
    void everyPredicateOfEveryAttributeIsReadAsItWasWritten(@ForAll("filters") Written written) {
        var parameters = Parameters.of(Map.of("filter[q][" + written.key() + "]", written.value()));

        assertThat(ReadOptionsParser.list(written.type(), parameters).filters())
                .singleElement()
                .extracting(Filter::anyOf, Filter::predicate)
                .containsExactly(written.anyOf().stream().distinct().toList(), written.predicate());
    }

    @Property
    void garbageIsNeverAnythingButAnInvalidValue(@ForAll("names") String name, @ForAll String value) {
        var failure = catchThrowable(
                () -> ReadOptionsParser.list(Resources.API_CREDENTIALS, Parameters.of(Map.of(name, value))));

        assertThat(failure)
                .satisfiesAnyOf(f -> assertThat(f).isNull(), f -> assertThat(f).isInstanceOf(InvalidValue.class));
    }

    @Provide
    Arbitrary<String> names() {
        var parts = Arbitraries.of(
                "filter", "[q]", "[", "]", "page", "sort", "fields", "include", "name", "_or_", "_eq", "_in", "expires",
                "_");
        return Arbitraries.oneOf(
                parts.list().ofMaxSize(8).map(words -> String.join("", words)),
                parts.list().ofMaxSize(6).map(words -> "filter[q][" + String.join("", words) + "]"),
                Arbitraries.strings());
    }

    @Provide
    Arbitrary<Written> filters() {
        return Arbitraries.of(Resources.all())
                .flatMap(type -> Arbitraries.of(typesIn(type))
                        .flatMap(valueType -> Combinators.combine(
                                        Arbitraries.of(fitting(valueType)),
                                        Arbitraries.of(paths(type, valueType))
                                                .list()
                                                .ofMinSize(1)
                                                .ofMaxSize(3))
                                .as((predicate, anyOf) ->
                                        new Written(type, anyOf, predicate, value(predicate, valueType)))));
    }

    private static List<Attribute.Type> typesIn(ResourceType type) {
        return Stream.of(Attribute.Type.values())
                .filter(valueType -> !paths(type, valueType).isEmpty())
                .toList();
    }

    private static List<Predicate> fitting(Attribute.Type valueType) {
        return Stream.of(Predicate.values())
                .filter(predicate -> PredicateRules.fits(predicate, valueType))
                .toList();
    }

    private static List<Path> paths(ResourceType type, Attribute.Type valueType) {
        var own = attributes(type).map(attribute -> new Path(null, attribute));
        var related = type.relationships().stream()
                .filter(Relationship::filterable)
                .flatMap(r -> attributes(Resources.target(r)).map(attribute -> new Path(r, attribute)));
        return Stream.concat(own, related)
                .filter(path -> path.attribute().type() == valueType)
                .toList();
    }

    private static Stream<Attribute> attributes(ResourceType type) {
        return Stream.concat(Stream.of(Resources.ID), type.attributes().stream())
                .filter(Attribute::filterable);
    }

    private static String value(Predicate predicate, Attribute.Type type) {
        return switch (predicate) {
            case PRESENT, BLANK, NULL, NOT_NULL, TRUE, FALSE -> "true";
            default ->
                switch (type) {
                    case STRING, STRINGS, LINES -> "text";
                    case INTEGER, INTEGERS -> "7200";
                    case BOOLEAN -> "false";
                    case DATE -> "2026-01-01";
                    case OBJECT -> "{}";
                };
        };
    }

    record Written(ResourceType type, List<Path> anyOf, Predicate predicate, String value) {
        String key() {
            return anyOf.stream().map(Written::name).collect(Collectors.joining("_or_")) + '_' + predicate.suffix();
        }

        private static String name(Path path) {
            var through = path.through();
            return (through == null ? "" : through.name() + '_')
                    + path.attribute().name();
        }
    }
}
