package io.keyledger.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

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
        if (value.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!isLetterOrDigit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The id derived from a text: the same every time, on every node. */
    public static String derivedFrom(String text) {
        try {
            return Base62.shortened(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)), LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
