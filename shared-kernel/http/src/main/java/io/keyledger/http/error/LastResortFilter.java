package io.keyledger.http.error;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers exceptions of filters with error documents, as those of controllers are answered. */
final class LastResortFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(LastResortFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            answer(failure, response);
        }
    }

    private static void answer(Exception failure, HttpServletResponse response) throws IOException {
        var refusal = Translation.refusals(failure).getFirst();
        if (refusal.code().status() >= 500) {
            LOG.error("A request failed outside of its controller.", failure);
        }
        if (!response.isCommitted()) {
            response.resetBuffer();
            ErrorDocuments.write(response, refusal);
        }
    }
}
