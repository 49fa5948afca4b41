package io.keyledger.http.description;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a resource, as the wire contract lists it.
 *
 * @param name       the name in documents, filters, views
 * @param type       what JSON value it is
 * @param nullable   whether null is a value of it
 * @param create     whether a create request has it
 * @param updatable  whether an update may change it
 * @param filterable whether {@code filter[q]} accepts it
 * @param sortable   whether {@code sort} accepts it
 * @param writeOnly  accepted in requests, never shown: a trigger, or a value such as a certificate
 * @param rules      what its value is checked against
 */
public record Attribute(
        String name,
        Type type,
        boolean nullable,
        Given create,
        boolean updatable,
        boolean filterable,
        boolean sortable,
        boolean writeOnly,
        Rules rules) {

    /** Most elements of an attribute that is a list. */
    public static final int LONGEST_LIST = 100;

    /**
     * The JSON value an attribute has. A date is a string, ISO 8601 in UTC with milliseconds; strings are an array of
     * different ones, in the order given; so are integers. Lines are an array too, of texts of any kind, also repeated
     * ones; whatever else stands in it is left out.
     */
    public enum Type {
        STRING,
        STRINGS,
        LINES,
        INTEGER,
        INTEGERS,
        BOOLEAN,
        DATE,
        OBJECT
    }

    /** Whether a create request has the member. */
    public enum Given {
        REQUIRED,
        OPTIONAL,
        NEVER
    }

    /**
     * Rules of a value, or of every element of a list; null means no such rule.
     *
     * @param oneOf   the only values of a string
     * @param pattern a regular expression a string matches as a whole
     * @param min     least integer, or least length of a string
     * @param max     greatest integer, or greatest length of a string (characters)
     * @param most    most elements of a list; {@value Attribute#LONGEST_LIST} when null
     */
    public record Rules(
            @Nullable Set<String> oneOf,
            @Nullable String pattern,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable Integer most) {
        /** No rule beyond the type. */
        public static final Rules NONE = new Rules(null, null, null, null, null);

        /** The most elements a list may have. */
        public int longest() {
            return most == null ? LONGEST_LIST : most;
        }
    }
}
