package io.keyledger.http.mvc;

import io.keyledger.http.trace.LogContext;
import io.keyledger.http.trace.RequestId;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.Randomness;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its id: in the answer's header, in the log context, and as an attribute for events. */
final class RequestIdFilter extends OncePerRequestFilter {
    private final Randomness randomness;

    RequestIdFilter(Randomness randomness) {
        this.randomness = randomness;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = RequestId.of(request.getHeader(RequestId.HEADER), randomness);
        request.setAttribute(MetaKey.REQUEST_ID, id);
        response.setHeader(RequestId.HEADER, id);
        LogContext.begin(id);
        try {
            chain.doFilter(request, response);
        } finally {
            LogContext.end();
        }
    }
}
