package io.keyledger.command.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Remembers the body of a request with an Idempotency-Key while it is read, so that it can be hashed afterwards. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BodyKeepingFilter extends OncePerRequestFilter {
    /** Bytes kept; above the limit of bodies, so that every accepted body is kept as a whole. */
    private static final int LIMIT = 2 << 20;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader("Idempotency-Key") == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new ContentCachingRequestWrapper(request, LIMIT), response);
    }
}
