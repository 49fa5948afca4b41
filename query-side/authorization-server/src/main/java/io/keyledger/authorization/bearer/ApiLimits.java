package io.keyledger.authorization.bearer;

import io.keyledger.authorization.limit.LimitDecision;
import io.keyledger.authorization.limit.Limits;
import io.keyledger.authorization.limit.TooManyRequests;
import io.keyledger.http.connection.AddressKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The limits of the API and their headers. Source: CONTRACT part B, section 9, and A1. */
final class ApiLimits {
    private final @Nullable Limits limits;

    /** Without limits everything passes and no header is set. */
    ApiLimits(@Nullable Limits limits) {
        this.limits = limits;
    }

    boolean passAddress(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return limits == null || pass(limits.apiPerAddress().take(AddressKey.of(request.getRemoteAddr())), response);
    }

    /** Writes without a token have a limit of their own besides. */
    boolean passReport(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return limits == null
                || request.getMethod().equals("GET")
                || request.getMethod().equals("HEAD")
                || pass(limits.reportsPerAddress().take(AddressKey.of(request.getRemoteAddr())), response);
    }

    boolean passClient(String clientId, HttpServletResponse response) throws IOException {
        return limits == null || pass(limits.apiPerClient().take(clientId), response);
    }

    private static boolean pass(LimitDecision decision, HttpServletResponse response) throws IOException {
        response.setHeader("X-Ratelimit-Limit", Long.toString(decision.limit()));
        response.setHeader("X-Ratelimit-Interval", Long.toString(decision.interval()));
        response.setHeader("X-Ratelimit-Remaining", Long.toString(decision.remaining()));
        if (!decision.allowed()) {
            TooManyRequests.write(response, "requests", decision.retryAfter());
        }
        return decision.allowed();
    }
}
