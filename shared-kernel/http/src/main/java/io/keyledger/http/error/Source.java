package io.keyledger.http.error;

import io.keyledger.kernel.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of {@link Refusal#field()}: where in a request the fault is. A plain name is an attribute, or a relationship
 * when the API has one of that name; the methods here are unambiguous.
 */
public final class Source {
    private static final String PARAMETER_MARK = "?";
    private static final String HEADER_MARK = ":";

    private Source() {}

    /** An attribute of the request's resource. */
    public static String attribute(String name) {
        return pointer("data", "attributes", name);
    }

    /** A relationship of the request's resource. */
    public static String relationship(String name) {
        return pointer("data", "relationships", name);
    }

    /** A place in the request's document, as a JSON Pointer (RFC 6901) of these members. */
    public static String pointer(String... members) {
        var pointer = new StringBuilder();
        for (var member : members) {
            pointer.append('/').append(member.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** A parameter of the query string, such as {@code page[size]}. */
    public static String parameter(String name) {
        return PARAMETER_MARK + name;
    }

    /** A header of the request. */
    public static String header(String name) {
        return HEADER_MARK + name;
    }

    /** The {@code source} member of an error object; null when the whole request is meant. */
    static @Nullable Map<String, Object> member(@Nullable String field) {
        if (field == null) {
            return null;
        }
        var member = new LinkedHashMap<String, Object>();
        if (field.startsWith(PARAMETER_MARK)) {
            member.put("parameter", field.substring(1));
        } else if (field.startsWith(HEADER_MARK)) {
            member.put("header", field.substring(1));
        } else {
            member.put("pointer", field.isEmpty() || field.startsWith("/") ? field : guess(field));
        }
        return member;
    }

    /** The name of the field for a sentence. */
    static String label(String field) {
        if (field.startsWith(PARAMETER_MARK) || field.startsWith(HEADER_MARK)) {
            return field.substring(1);
        }
        var end = field.lastIndexOf('/');
        var last = field.substring(end + 1);
        var name = end > 0 && isIndex(last) ? label(field.substring(0, end)) + ' ' + last : last;
        return name.replace("~1", "/").replace("~0", "~");
    }

    private static boolean isIndex(String member) {
        return !member.isEmpty() && member.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String guess(String name) {
        return RelationshipNames.contains(name) ? relationship(name) : attribute(name);
    }
}
