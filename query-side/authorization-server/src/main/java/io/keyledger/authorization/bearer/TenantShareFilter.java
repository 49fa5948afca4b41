package io.keyledger.authorization.bearer;

import io.keyledger.authorization.limit.TooManyRequests;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps the requests of one tenant to their share: those of an app count for its organization, those of a user for the
 * user, whichever organizations they are about.
 */
final class TenantShareFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient TenantShare reads = TenantShare.ofReads();
    private final transient TenantShare writes = TenantShare.ofWrites();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(Caller.class.getName()) instanceof Caller caller) {
            var share = request.getMethod().equals("GET") || request.getMethod().equals("HEAD") ? reads : writes;
            inTurn(share, tenant(caller), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void inTurn(
            TenantShare share,
            String tenant,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        try (var turn = share.take(tenant)) {
            if (turn == null) {
                TooManyRequests.write(response, "requests at the same time", 1);
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
