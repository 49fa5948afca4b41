package io.keyledger.authorization.limit;

import io.keyledger.http.connection.AddressKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Counts requests for pages and published documents by address, and those that write, such as activations, again. */
final class PageLimit extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient Limits limits;

    PageLimit(Limits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var address = AddressKey.of(request.getRemoteAddr());
        if (passes(limits.pagesPerAddress().take(address), response)
                && (isRead(request) || passes(limits.reportsPerAddress().take(address), response))) {
            chain.doFilter(request, response);
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean passes(LimitDecision decision, HttpServletResponse response) throws IOException {
        if (!decision.allowed()) {
            TooManyRequests.write(response, "requests", decision.retryAfter());
        }
        return decision.allowed();
    }
}
