package io.keyledger.command.access;

import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.regex.Pattern;

/**
 * The resource a permission covers, by its plural name: a lower-case letter, then at most 62 lower-case letters, digits
 * and underscores; otherwise {@link InvalidValue} {@code VALIDATION_ERROR} on {@code subject}.
 */
public record PermissionSubject(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public PermissionSubject {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValue(
                    Refusal.ofField("subject", "invalid", "must be lower-case letters, digits and underscores"));
        }
    }

    /** The bare name. */
    @Override
    public String toString() {
        return value;
    }
}
