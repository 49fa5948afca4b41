package io.keyledger.authorization.bearer;

import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/**
 * Keeps the reads of one tenant to their share: those of an app count for its organization, those of a user for the
 * user, whichever organizations they look at. Writes wait in line by themselves, see the command bus.
 */
final class ReadShareFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient ReadShare reads;

    ReadShareFilter(ReadShare reads) {
        this.reads = reads;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getMethod().equals("GET")
                && request.getAttribute(Caller.class.getName()) instanceof Caller caller) {
            inTurn(tenant(caller), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void inTurn(String tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (var turn = reads.take(tenant)) {
            if (turn == null) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                ApiRefusal.write(
                        response, ErrorCode.TOO_MANY_REQUESTS, "too many reads at the same time; try again later");
            } else {
                chain.doFilter(request, response);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ApiRefusal.write(response, ErrorCode.UNAVAILABLE, "this node is stopping");
        }
    }

    private static String tenant(Caller caller) {
        return caller.isUser() || caller.grants().isEmpty()
                ? caller.actorId()
                : caller.grants().keySet().iterator().next();
    }
}
