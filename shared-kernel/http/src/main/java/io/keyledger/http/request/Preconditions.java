package io.keyledger.http.request;

import io.keyledger.http.error.Source;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The header by which a write is refused when the resource has changed meanwhile. Source: CONTRACT part A, section 6.
 */
public final class Preconditions {
    private static final String IF_MATCH = "If-Match";

    private static final String ANY = "*";

    /** Entity tags of a list; empty elements are allowed (RFC 9110, section 5.6.1.2). */
    private static final Pattern ELEMENT =
            Pattern.compile("\\G[ \\t]*((?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")?[ \\t]*(,|$)");

    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9]\\d{0,17})\"");

    private Preconditions() {}

    /** The entity tag of a version: strong, {@code "<version>"}. */
    public static String eTag(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /**
     * The versions of which the resource must still have one; null for any, also for {@code *}. A tag that this service
     * does not make, or a weak one, matches no version; several headers are one list (RFC 9110, section 13.1.1).
     *
     * @throws InvalidValue {@link ErrorCode#BAD_REQUEST} unless it is {@code *}, or at least one entity tag
     */
    public static @Nullable ExpectedVersions ifMatch(HttpServletRequest request) {
        List<String> given = Collections.list(request.getHeaders(IF_MATCH));
        if (given.isEmpty() || given.equals(List.of(ANY))) {
            return null;
        }
        return new ExpectedVersions(tags(String.join(",", given)).stream()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(version -> Long.valueOf(version.group(1)))
                .collect(Collectors.toSet()));
    }

    private static List<String> tags(String list) {
        var tags = new ArrayList<String>();
        var element = ELEMENT.matcher(list);
        var end = 0;
        while (end < list.length() && element.find()) {
            if (element.group(1) != null) {
                tags.add(element.group(1));
            }
            end = element.end();
        }
        if (end < list.length() || tags.isEmpty()) {
            throw new InvalidValue(new Refusal(
                    ErrorCode.BAD_REQUEST,
                    "If-Match is *, or entity tags with commas between them, such as \"3\"",
                    Source.header(IF_MATCH),
                    null,
                    Map.of()));
        }
        return tags;
    }
}
