package io.keyledger.http.request;

import io.keyledger.http.error.Source;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The headers by which a request holds only for some versions of a resource: {@code If-Match}, then
 * {@code If-None-Match}. Source: CONTRACT part A, section 6; RFC 9110, section 13.
 */
public final class Preconditions {
    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";

    private static final String ANY = "*";
    private static final String WEAK = "W/";

    /** Entity tags of a list; empty elements are allowed (RFC 9110, section 5.6.1.2). */
    private static final Pattern ELEMENT =
            Pattern.compile("\\G[ \\t]*((?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")?[ \\t]*(,|$)");

    private static final int DIGEST_BYTES = 12;
    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9]\\d{0,17})(?:\\.[\\w-]{16})?\"");

    private Preconditions() {}

    /** The entity tag of a version: strong, {@code "<version>"}. */
    public static String eTag(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /**
     * The entity tag of a document that shows more than the version decides: strong, {@code "<version>.<digest>"}. As an
     * expectation of a write its version alone counts.
     *
     * @param document anything that is JSON
     */
    public static String eTag(long version, Object document) {
        var json = JsonMapper.shared().writeValueAsBytes(document);
        return '"' + Long.toString(version) + '.' + digest(json) + '"';
    }

    private static String digest(byte[] json) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * The versions that a resource, which is known to be there, must have to be changed or removed; null for any. A tag
     * that this service does not make is of no version, nor is a weak one in {@code If-Match}; several headers are one list.
     *
     * @throws InvalidValue  {@link ErrorCode#BAD_REQUEST} unless each header is {@code *}, or at least one entity tag
     * @throws RuleViolation {@link ErrorCode#STALE_VERSION} when {@code If-None-Match} is {@code *}
     */
    public static @Nullable ExpectedVersions expected(HttpServletRequest request) {
        var match = tags(request, IF_MATCH);
        var noneMatch = tags(request, IF_NONE_MATCH);
        if (noneMatch.contains(ANY)) {
            throw new RuleViolation(stale("the resource is there", IF_NONE_MATCH));
        }
        var isAny = match.isEmpty() || match.contains(ANY);
        if (isAny && noneMatch.isEmpty()) {
            return null;
        }
        return new ExpectedVersions(
                isAny ? null : versions(match.stream()),
                versions(noneMatch.stream().map(Preconditions::opaque)));
    }

    /**
     * Whether a read need not send the resource that now has this entity tag, because {@code If-None-Match} names it.
     *
     * @throws InvalidValue  {@link ErrorCode#BAD_REQUEST} unless each header is {@code *}, or at least one entity tag
     * @throws RuleViolation {@link ErrorCode#STALE_VERSION} when {@code If-Match} names another version
     */
    public static boolean isKnown(HttpServletRequest request, String eTag) {
        var match = tags(request, IF_MATCH);
        var noneMatch = tags(request, IF_NONE_MATCH);
        if (!match.isEmpty()
                && !match.contains(ANY)
                && !match.contains(eTag)
                && Collections.disjoint(versions(match.stream()), versions(Stream.of(eTag)))) {
            throw new RuleViolation(stale("the resource has another version", IF_MATCH));
        }
        return noneMatch.contains(ANY)
                || noneMatch.stream().map(Preconditions::opaque).anyMatch(eTag::equals);
    }

    private static Set<Long> versions(Stream<String> tags) {
        return tags.map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(version -> Long.valueOf(version.group(1)))
                .collect(Collectors.toSet());
    }

    /** Without the mark of weakness, which the weak comparison leaves out. */
    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }

    /** The entity tags of the header, or {@code *} alone; none when it is not there. */
    private static List<String> tags(HttpServletRequest request, String header) {
        List<String> given = Collections.list(request.getHeaders(header));
        return given.isEmpty() || given.equals(List.of(ANY)) ? given : tags(String.join(",", given), header);
    }

    private static List<String> tags(String list, String header) {
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
                    header + " is *, or entity tags with commas between them, such as \"3\"",
                    Source.header(header),
                    null,
                    Map.of()));
        }
        return tags;
    }

    private static Refusal stale(String detail, String header) {
        return new Refusal(ErrorCode.STALE_VERSION, detail, Source.header(header), null, Map.of());
    }
}
