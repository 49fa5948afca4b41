package io.keyledger.command.value;

import io.keyledger.kernel.Legibility;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.Map;

/**
 * The display name of a resource: 1 to 255 characters with something visible and nothing hidden among them; otherwise {@link
 * InvalidValue} {@code VALIDATION_ERROR} on {@code name}. Source: {@link Legibility}.
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
        if (Legibility.hidesSomething(text)) {
            throw new InvalidValue(Refusal.ofField(FIELD, "invalid", "must not have control or hidden characters"));
        }
        if (!Legibility.isVisible(text)) {
            throw new InvalidValue(Refusal.ofField(FIELD, "invalid", "must have something visible"));
        }
    }

    /** The bare text. */
    @Override
    public String toString() {
        return value;
    }
}
