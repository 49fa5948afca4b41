package io.keyledger.command.app;

import io.keyledger.kernel.Legibility;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes the description of an app: 0 to 1000 characters in one line, without control and hidden characters; otherwise
 * {@link InvalidValue} {@code VALIDATION_ERROR} on {@code description}. An empty text is kept as it is. Source:
 * CONTRACT A2.
 *
 * @param description null for none
 */
public record DescribeApp(AppId appId, @Nullable String description) implements AppChange {
    private static final String FIELD = "description";
    private static final int MAX = 1000;

    public DescribeApp {
        if (description != null) {
            check(description);
        }
    }

    private static void check(String text) {
        if (text.codePointCount(0, text.length()) > MAX) {
            throw new InvalidValue(new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "is too long (at most " + MAX + " characters)",
                    FIELD,
                    "too_long",
                    Map.of("count", MAX)));
        }
        if (Legibility.hidesSomething(text)) {
            throw new InvalidValue(Refusal.ofField(FIELD, "invalid", "must not have control or hidden characters"));
        }
    }
}
