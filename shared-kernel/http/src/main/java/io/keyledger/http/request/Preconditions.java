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

/**
 * The header by which a write is refused when the resource has changed meanwhile. Source: CONTRACT part A, section 6.
 */
public final class Preconditions {
    private static final String IF_MATCH = "If-Match";

    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");
    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9]\\d{0,17})\"");

    private Preconditions() {}

    /** The entity tag of a version: strong, {@code "<version>"}. */
    public static String eTag(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /**
     * The version the resource must still have; null for any, also for {@code *}. A tag that this service does not
     * make, or a weak one, matches no version (RFC 9110, section 13.1.1).
     *
     * @throws InvalidValue {@link ErrorCode#BAD_REQUEST} unless it is exactly one entity tag; {@link
     *     ErrorCode#STALE_VERSION} when it can match no version
     */
    public static @Nullable Long ifMatch(HttpServletRequest request) {
        var given = only(request);
        if (given == null || given.equals("*")) {
            return null;
        }
        if (!ENTITY_TAG.matcher(given).matches()) {
            throw invalid(ErrorCode.BAD_REQUEST, "If-Match is one entity tag, such as \"3\"");
        }
        var version = VERSION.matcher(given);
        if (!version.matches()) {
            throw invalid(ErrorCode.STALE_VERSION, "no version has this entity tag");
        }
        return Long.valueOf(version.group(1));
    }

    private static @Nullable String only(HttpServletRequest request) {
        List<String> given = Collections.list(request.getHeaders(IF_MATCH));
        if (given.size() > 1) {
            throw invalid(ErrorCode.BAD_REQUEST, IF_MATCH + " is given more than once");
        }
        return given.isEmpty() ? null : given.getFirst();
    }

    private static InvalidValue invalid(ErrorCode code, String detail) {
        return new InvalidValue(new Refusal(code, detail, Source.header(IF_MATCH), null, Map.of()));
    }
}
