package io.keyledger.http.trace;

import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.secret.SecretFormat;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id one request has in answers, logs and events: the caller's {@code X-Request-Id} when it is 1 to 128 letters, digits,
 * dots, underscores or hyphens and no client secret, else a made one. Source: CONTRACT part A, section 3.
 */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final int RANDOM_BYTES = 15;

    private RequestId() {}

    /** The id given when it is well formed, else a fresh one. */
    public static String of(@Nullable String given, Randomness randomness) {
        return given != null && WELL_FORMED.matcher(given).matches() && !SecretFormat.isIn(given)
                ? given
                : fresh(randomness);
    }

    private static String fresh(Randomness randomness) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(RANDOM_BYTES));
    }
}
