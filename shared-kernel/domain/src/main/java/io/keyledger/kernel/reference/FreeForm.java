package io.keyledger.kernel.reference;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a free-form JSON object, such as metadata. Every view keeps a copy of it, and a list of its paths, so
 * that what one tenant puts there must stay small. Checked where a value comes in, never where a stored event is read:
 * events that were stored before there were bounds replay as they are.
 */
public final class FreeForm {
    /** Longest object, in bytes of UTF-8, as JSON without blanks. */
    public static final int MOST_BYTES = 16 * 1024;

    /** Most members of the object and of all objects in it together. */
    public static final int MOST_MEMBERS = 64;

    /** Deepest nesting: the object itself is the first level, each object or array within another is one more. */
    public static final int MOST_LEVELS = 8;

    /** Longest name of a member, in characters. */
    public static final int LONGEST_KEY = 100;

    private FreeForm() {}

    /**
     * Refuses an object beyond the bounds.
     *
     * @param field the attribute it is the value of
     * @throws InvalidValue {@code VALIDATION_ERROR}
     */
    public static void require(String field, @Nullable Map<?, ?> object) {
        var fault = object == null ? null : fault(field, object);
        if (fault != null) {
            throw new InvalidValue(fault);
        }
    }

    /** Why the object is refused; null when it is within the bounds. */
    public static @Nullable Refusal fault(String field, Map<?, ?> object) {
        var broken = new Walk(field).fault(object, 1);
        if (broken != null) {
            return broken;
        }
        return JsonLength.of(object) > MOST_BYTES
                ? fault(field, "too_long", "is too long (maximum is " + MOST_BYTES + " bytes as JSON)", MOST_BYTES)
                : null;
    }

    private static Refusal fault(String field, String rule, String detail, int bound) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, detail, field, rule, Map.of("count", bound));
    }

    /** Stops at the first fault, so that the work is bounded, too. */
    private static final class Walk {
        private final String field;
        private int members;

        Walk(String field) {
            this.field = field;
        }

        @Nullable
        Refusal fault(@Nullable Object value, int level) {
            if (!(value instanceof Map<?, ?> || value instanceof Collection<?>)) {
                return null;
            }
            if (level > MOST_LEVELS) {
                return FreeForm.fault(
                        field, "too_deep", "is too deep (maximum is " + MOST_LEVELS + " levels)", MOST_LEVELS);
            }
            return value instanceof Map<?, ?> object
                    ? ofMembers(object, level)
                    : ofElements((Collection<?>) value, level);
        }

        private @Nullable Refusal ofMembers(Map<?, ?> object, int level) {
            members += object.size();
            if (members > MOST_MEMBERS) {
                return FreeForm.fault(
                        field, "too_many", "has too many members (maximum is " + MOST_MEMBERS + ")", MOST_MEMBERS);
            }
            for (var name : object.keySet()) {
                var key = String.valueOf(name);
                if (key.codePointCount(0, key.length()) > LONGEST_KEY) {
                    return FreeForm.fault(
                            field,
                            "too_long",
                            "has a member with too long a name (maximum is " + LONGEST_KEY + " characters)",
                            LONGEST_KEY);
                }
            }
            return ofElements(object.values(), level);
        }

        private @Nullable Refusal ofElements(Collection<?> values, int level) {
            for (var value : values) {
                var fault = fault(value, level + 1);
                if (fault != null) {
                    return fault;
                }
            }
            return null;
        }
    }
}
