package io.keyledger.command.organization;

import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.regex.Pattern;

/** The region of an organization, such as {@code eu-west-1}: up to 40 lower-case letters, digits and dashes. */
public record Region(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** Taken when none is asked for. Source: CONTRACT part B, section 5.1. */
    public static final Region DEFAULT = new Region("eu-west-1");

    public Region {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValue(
                    Refusal.ofField("region", "invalid", "must be lower-case letters, digits and dashes"));
        }
    }
}
