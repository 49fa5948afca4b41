package io.keyledger.command.app;

import io.keyledger.kernel.app.TokenLifetimes;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.Map;

/**
 * How long an access token stays valid after it is issued: whole seconds, 7200 to 31536000 inclusive; otherwise
 * {@link InvalidValue} {@code VALIDATION_ERROR} on {@code expires_in}. Source: CONTRACT part B, section 4.
 */
public record TokenLifetime(int seconds) {
    public TokenLifetime {
        if (seconds < TokenLifetimes.SHORTEST) {
            throw outOfRange("greater_than_or_equal_to", TokenLifetimes.SHORTEST, seconds);
        }
        if (seconds > TokenLifetimes.LONGEST) {
            throw outOfRange("less_than_or_equal_to", TokenLifetimes.LONGEST, seconds);
        }
    }

    private static InvalidValue outOfRange(String rule, int count, int value) {
        return new InvalidValue(new Refusal(
                ErrorCode.VALIDATION_ERROR,
                "must be " + rule.replace('_', ' ') + " " + count,
                "expires_in",
                rule,
                Map.of("value", value, "count", count)));
    }
}
