package io.keyledger.http.request;

import io.keyledger.http.error.Source;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers that make a write safe to send twice or at the wrong moment. Source: CONTRACT part A, section 6. */
public final class Preconditions {
    private static final String IF_MATCH = "If-Match";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");
    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9]\\d{0,17})\"");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private Preconditions() {}

    /** The entity tag of a version: strong, {@code "<version>"}. */
    public static String eTag(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /**
     * The version the resource must still have; null when the caller does not mind, also for {@code *}. A tag that is none
     * of ours, or a weak one, matches no version (RFC 9110, section 13.1.1).
     *
     * @throws InvalidValue {@link ErrorCode#BAD_REQUEST} unless it is exactly one entity tag;
     *     {@link ErrorCode#STALE_VERSION} when it can match no version
     */
    public static @Nullable Long ifMatch(HttpServletRequest request) {
        var given = only(request, IF_MATCH, ErrorCode.BAD_REQUEST);
        if (given == null || given.equals("*")) {
            return null;
        }
        if (!ENTITY_TAG.matcher(given).matches()) {
            throw invalid(ErrorCode.BAD_REQUEST, IF_MATCH, "If-Match is one entity tag, such as \"3\"");
        }
        var version = VERSION.matcher(given);
        if (!version.matches()) {
            throw invalid(ErrorCode.STALE_VERSION, IF_MATCH, "no version has this entity tag");
        }
        return Long.valueOf(version.group(1));
    }

    /**
     * The caller's key of this write; null when he sends none.
     *
     * @throws InvalidValue {@link ErrorCode#IDEMPOTENCY_KEY_INVALID} unless it is 1 to 255 visible ASCII characters
     */
    public static @Nullable String idempotencyKey(HttpServletRequest request) {
        var given = only(request, IDEMPOTENCY_KEY, ErrorCode.IDEMPOTENCY_KEY_INVALID);
        if (given != null && !KEY.matcher(given).matches()) {
            throw invalid(
                    ErrorCode.IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY, "a key is 1 to 255 visible ASCII characters");
        }
        return given;
    }

    private static @Nullable String only(HttpServletRequest request, String header, ErrorCode code) {
        List<String> given = Collections.list(request.getHeaders(header));
        if (given.size() > 1) {
            throw invalid(code, header, header + " is given more than once");
        }
        return given.isEmpty() ? null : given.getFirst();
    }

    private static InvalidValue invalid(ErrorCode code, String header, String detail) {
        return new InvalidValue(new Refusal(code, detail, Source.header(header), null, Map.of()));
    }
}
