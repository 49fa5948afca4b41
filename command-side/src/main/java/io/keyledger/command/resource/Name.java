package io.keyledger.command.resource;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.Map;

/**
 * What people call a resource: 1 to 255 characters, not blank, no control characters; otherwise {@link InvalidValue}
 * {@code VALIDATION_ERROR} on {@code name}.
 */
public record Name(String value) {
    private static final String FIELD = "name";
    private static final int MAX = 255;

    public Name {
        if (value.isBlank()) {
            throw new InvalidValue(Refusal.ofField(FIELD, "blank", "can't be blank"));
        }
        if (value.codePointCount(0, value.length()) > MAX) {
            throw new InvalidValue(new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "is too long (at most " + MAX + " characters)",
                    FIELD,
                    "too_long",
                    Map.of("count", MAX)));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue(Refusal.ofField(FIELD, "invalid", "must not contain control characters"));
        }
    }

    /** The bare text. */
    @Override
    public String toString() {
        return value;
    }
}
