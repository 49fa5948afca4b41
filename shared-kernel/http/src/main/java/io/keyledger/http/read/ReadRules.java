package io.keyledger.http.read;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Predicate;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the query string of a read may ask for: the parsers enforce it, the published contract describes it. */
public final class ReadRules {
    /** Resources on a page when no size is asked for. */
    public static final int DEFAULT_PAGE_SIZE = 10;

    public static final int MAX_PAGE_SIZE = 25;

    /** Names in one path of {@code include}. */
    public static final int MAX_INCLUDE_DEPTH = 3;

    /** Different attributes that the filters of one request look at. */
    public static final int MAX_FILTER_PATHS = 16;

    /** Filters of one request. */
    public static final int MAX_FILTERS = 32;

    /** Values in the list of one filter. */
    public static final int MAX_FILTER_VALUES = 100;

    /** Characters in the value of one filter, lists included. */
    public static final int MAX_FILTER_LENGTH = 2000;

    /** Words in a search for text. */
    public static final int MAX_SEARCH_WORDS = 16;

    private ReadRules() {}

    /** What a list of the type can be sorted by. */
    public static List<String> sortKeys(ResourceType type) {
        return withId(type).filter(Attribute::sortable).map(Attribute::name).toList();
    }

    /**
     * What {@code filter[q]} accepts for the type, own attributes and those behind a relationship, and the type of
     * each.
     */
    public static Map<String, Attribute.Type> filterKeys(ResourceType type) {
        var keys = new TreeMap<String, Attribute.Type>();
        type.relationships().stream()
                .filter(Relationship::filterable)
                .forEach(relationship -> filterable(Resources.target(relationship))
                        .forEach(a -> keys.put(relationship.name() + '_' + a.name(), a.type())));
        filterable(type).forEach(a -> keys.put(a.name(), a.type()));
        return keys;
    }

    /** Whether the predicate makes sense for such attributes. */
    public static boolean fits(Predicate predicate, Attribute.Type type) {
        return PredicateRules.fits(predicate, type);
    }

    private static Stream<Attribute> filterable(ResourceType type) {
        return withId(type).filter(Attribute::filterable);
    }

    private static Stream<Attribute> withId(ResourceType type) {
        return Stream.concat(Stream.of(Resources.ID), type.attributes().stream());
    }
}
