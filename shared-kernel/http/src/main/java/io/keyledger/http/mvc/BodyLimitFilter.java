package io.keyledger.http.mvc;

import io.keyledger.http.connection.ConnectorBounds;
import io.keyledger.http.error.ErrorDocuments;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body over the limit: unread when its length is announced, else when the limit is reached. */
final class BodyLimitFilter extends OncePerRequestFilter {
    /** Bytes; far above any regular request, far below what would exhaust the memory. */
    static final int MAX_BODY = 1024 * 1024;

    private final int limit;

    private BodyLimitFilter(int limit) {
        this.limit = limit;
    }

    /** For the API. */
    static BodyLimitFilter ofDocuments() {
        return new BodyLimitFilter(MAX_BODY);
    }

    /** For pages that take forms. */
    static BodyLimitFilter ofForms() {
        return new BodyLimitFilter(ConnectorBounds.MAX_FORM);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var announced = request.getContentLengthLong();
        if (announced > limit) {
            ErrorDocuments.write(response, tooLarge(limit));
        } else {
            chain.doFilter(announced < 0 ? new LimitedRequest(request, limit) : request, response);
        }
    }

    static Refusal tooLarge(int limit) {
        return new Refusal(ErrorCode.PAYLOAD_TOO_LARGE, "a body has at most " + limit + " bytes");
    }
}
