package io.keyledger.kernel;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;

/** The one shape of every id: ten letters and digits. */
public final class Id {
    private static final int LENGTH = 10;

    private Id() {}

    /** Refuses anything but ten letters and digits with {@link ErrorCode#INVALID_ID}. */
    public static void check(String value) {
        if (!isId(value)) {
            throw new InvalidValue(new Refusal(ErrorCode.INVALID_ID, "an id is ten letters and digits"));
        }
    }

    /** Whether the text has the shape of an id. */
    public static boolean isId(String value) {
        return value.length() == LENGTH && value.chars().allMatch(Id::isLetterOrDigit);
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
