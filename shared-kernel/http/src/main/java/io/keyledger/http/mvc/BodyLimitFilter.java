package io.keyledger.http.mvc;

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

    static final Refusal TOO_LARGE =
            new Refusal(ErrorCode.PAYLOAD_TOO_LARGE, "a body has at most " + MAX_BODY + " bytes");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var announced = request.getContentLengthLong();
        if (announced > MAX_BODY) {
            ErrorDocuments.write(response, TOO_LARGE);
        } else {
            chain.doFilter(announced < 0 ? new LimitedRequest(request) : request, response);
        }
    }
}
