package io.keyledger.http.mvc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.http.error.ErrorDocuments;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.secret.SecretFormat;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request with a client secret or a signed token anywhere in its address, escaped or not: addresses are kept by
 * proxies, browsers and logs.
 */
final class SecretInAddressFilter extends OncePerRequestFilter {
    /** Three parts of a JWT, the first of which begins a JSON object. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]{10,}");

    private static final Refusal REFUSAL = new Refusal(
            ErrorCode.BAD_REQUEST,
            "an address is no place for a secret or a token; take it for known to others, and replace it");

    /** The OAuth endpoints refuse any parameter in an address, in the form of their errors. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/oauth/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (tells(request.getRequestURI()) || tells(request.getQueryString())) {
            ErrorDocuments.write(response, REFUSAL);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean tells(@Nullable String part) {
        return part != null && (isTold(part) || (part.indexOf('%') >= 0 && isTold(decoded(part))));
    }

    private static boolean isTold(String text) {
        return SecretFormat.isIn(text) || TOKEN.matcher(text).find();
    }

    /** What cannot be decoded is looked at as it is; others refuse it. */
    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
