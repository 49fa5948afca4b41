package io.keyledger.command.value;

import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address: something, an at sign, something; at most 254 characters, kept in lower case so that the spelling
 * makes no second user; otherwise {@link InvalidValue} {@code VALIDATION_ERROR} on the field.
 */
public record EmailAddress(String value) {
    private static final int MAX = 254;
    private static final Pattern SHAPE = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    public EmailAddress {
        value = value.toLowerCase(Locale.ROOT);
        if (value.length() > MAX || !SHAPE.matcher(value).matches()) {
            throw new InvalidValue(Refusal.ofField("email", "invalid", "must be an e-mail address"));
        }
    }

    /** The bare address. */
    @Override
    public String toString() {
        return value;
    }
}
