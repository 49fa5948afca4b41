package io.keyledger.command.value;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.Map;

/**
 * The display name of a resource: 1 to 255 characters, not blank, no control characters; otherwise {@link InvalidValue}
 * {@code VALIDATION_ERROR} on {@code name}.
 */
public record Name(String value) {
    private static final String FIELD = "name";
    private static final int MAX = 255;

    public Name {
        check(value, MAX);
    }

    /** Refuses a text that is no name of at most so many characters. */
    public static void check(String text, int max) {
        if (text.isBlank()) {
            throw new InvalidValue(Refusal.ofField(FIELD, "blank", "can't be blank"));
        }
        if (text.codePointCount(0, text.length()) > max) {
            throw new InvalidValue(new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "is too long (at most " + max + " characters)",
                    FIELD,
                    "too_long",
                    Map.of("count", max)));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue(Refusal.ofField(FIELD, "invalid", "must not contain control characters"));
        }
    }

    /** The bare text. */
    @Override
    public String toString() {
        return value;
    }
}
