package io.keyledger.authorization.bearer;

import io.keyledger.authorization.limit.TooManyRequests;
import io.keyledger.http.share.TenantShare;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Keeps the requests of one tenant to their share. */
final class TenantShareFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** More than the command bus takes of one organization at a time. */
    private static final int WRITES = 16;

    /** Reads take processors: half of them at most; the other half is for everybody else. */
    private final transient TenantShare reads =
            TenantShare.of(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    /** Exports are read while they are written, and take as long as their reader: other reads of the tenant do not wait for them. */
    private final transient TenantShare exports = TenantShare.of(1);

    /** Writes otherwise wait in line by themselves. */
    private final transient TenantShare writes = TenantShare.of(WRITES);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(Caller.class.getName()) instanceof Caller caller) {
            inTurn(share(request), caller.tenant(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private TenantShare share(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return writes;
        }
        return request.getRequestURI().endsWith("/export") ? exports : reads;
    }

    private void inTurn(
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
                chain.doFilter(request, share.equals(exports) ? response : new TurnEndsAtAnswer(response, turn));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ApiRefusal.write(response, ErrorCode.UNAVAILABLE, "this node is stopping");
        }
    }
}
