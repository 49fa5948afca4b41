package io.keyledger.http.mvc;

import io.keyledger.http.connection.ConnectorBounds;
import io.keyledger.http.error.ErrorDocuments;
import io.keyledger.http.resources.OpenAddresses;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body over the limit: unread when its length is announced, else when the limit is reached. */
final class BodyLimitFilter extends OncePerRequestFilter {
    /** Bytes; far above the longest list that a resource takes, so that a larger upload is told its own bound. */
    static final int MAX_BODY = 512 * 1024;

    /** Bytes of a body that anybody may send: a hundred secrets with what stands around them. */
    static final int MAX_OPEN_BODY = 32 * 1024;

    private final int most;
    private final @Nullable LargeBodies large;

    private BodyLimitFilter(int most, @Nullable LargeBodies large) {
        this.most = most;
        this.large = large;
    }

    /** For the API: what needs no token may send less. */
    static BodyLimitFilter ofDocuments() {
        return new BodyLimitFilter(MAX_BODY, new LargeBodies());
    }

    /** For pages that take forms, none of which is large. */
    static BodyLimitFilter ofForms() {
        return new BodyLimitFilter(ConnectorBounds.MAX_FORM, null);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var isOpen = OpenAddresses.contains(StringUtils.trimTrailingCharacter(request.getRequestURI(), '/'));
        var limit = isOpen ? Math.min(most, MAX_OPEN_BODY) : most;
        if (request.getContentLengthLong() > limit) {
            ErrorDocuments.write(response, tooLarge(limit));
            return;
        }
        // without a token nobody can be told apart from others, so that nobody's turn is to be had
        try (var limited = new LimitedRequest(request, limit, isOpen ? null : large)) {
            chain.doFilter(limited, response);
        }
    }

    static Refusal tooLarge(int limit) {
        return new Refusal(ErrorCode.PAYLOAD_TOO_LARGE, "a body has at most " + limit + " bytes");
    }
}
