package io.keyledger.http.openapi;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Predicate;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.read.ReadRules;
import io.keyledger.http.resources.Resources;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schemas of the query parameters of one resource. */
record QuerySchemas(ResourceType type) {
    Schema sort() {
        var keys = ReadRules.sortKeys(type).stream()
                .flatMap(key -> Stream.of(key, '-' + key))
                .toList();
        return Schema.list(Schema.oneOf(keys));
    }

    Schema include() {
        return Schema.list(
                Schema.of("string").with("pattern", "^(?:" + paths(type, ReadRules.MAX_INCLUDE_DEPTH) + ")$"));
    }

    boolean leadsAnywhere() {
        return !type.relationships().isEmpty();
    }

    /** {@code fields[type]}: the same for every resource. */
    static Schema fields() {
        var fields = Schema.object();
        for (var type : Resources.all()) {
            var names = Stream.concat(
                            type.attributes().stream()
                                    .filter(a -> !a.writeOnly())
                                    .map(Attribute::name),
                            type.relationships().stream().map(Relationship::name))
                    .collect(Collectors.joining("|", "(?:", ")"));
            fields = fields.member(type.name(), words(names));
        }
        return fields;
    }

    /** The part of {@code filter[q][…]} in the last brackets: attributes of one kind and a predicate for such. */
    Schema filter() {
        var names = ReadRules.filterKeys(type).entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        () -> new EnumMap<>(Attribute.Type.class),
                        Collectors.mapping(Map.Entry::getKey, Collectors.joining("|", "(?:", ")"))));
        var pattern = names.entrySet().stream()
                .map(kind -> kind.getValue() + "(?:_or_" + kind.getValue() + "){0," + (ReadRules.MAX_FILTER_PATHS - 1)
                        + "}_(?:" + predicates(kind.getKey()) + ")")
                .collect(Collectors.joining("|", "^(?:", ")$"));
        return Schema.of("object")
                .with("propertyNames", Map.of("pattern", pattern))
                .with("maxProperties", ReadRules.MAX_FILTERS)
                .with("additionalProperties", Map.of("type", "string", "maxLength", ReadRules.MAX_FILTER_LENGTH));
    }

    private static String predicates(Attribute.Type kind) {
        return Arrays.stream(Predicate.values())
                .filter(predicate -> ReadRules.fits(predicate, kind))
                .map(Predicate::suffix)
                .collect(Collectors.joining("|"));
    }

    private static Schema words(String names) {
        return Schema.of("string").with("pattern", "^(?:" + names + "(?:," + names + ")*)?$");
    }

    private static String paths(ResourceType from, int depth) {
        return from.relationships().stream()
                .map(relationship -> {
                    var target = Resources.target(relationship);
                    var further = depth > 1 && !target.relationships().isEmpty();
                    return relationship.name() + (further ? "(?:\\.(?:" + paths(target, depth - 1) + "))?" : "");
                })
                .collect(Collectors.joining("|"));
    }
}
