package io.keyledger.authorization.bearer;

import io.keyledger.authorization.jwt.AccessToken;
import io.keyledger.authorization.jwt.ProvisioningApi;
import io.keyledger.authorization.jwt.TokenCheck;
import io.keyledger.authorization.mtls.MutualTls;
import io.keyledger.authorization.use.SecurityReports;
import io.keyledger.http.resources.OpenAddresses;
import io.keyledger.http.trace.LogContext;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets a request to the API pass when it carries a live token with the scope of the API, and puts the {@link Caller} in
 * the request under that class's name. Source: RFC 6750, RFC 9700 section 2.3.
 */
final class BearerTokenFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String SCHEME = "Bearer ";
    private static final String OWN_USER = "/api/user";

    /** Where an invitation is accepted: by nobody known, or by a user who shows a token. */
    static final String INVITATION = "/activate";

    private final transient TokenCheck tokens;
    private final transient Callers callers;
    private final transient ApiLimits limits;
    private final transient MutualTls tls;
    private final transient SecurityReports reports;

    BearerTokenFilter(TokenCheck tokens, Callers callers, ApiLimits limits, MutualTls tls, SecurityReports reports) {
        this.tokens = tokens;
        this.callers = callers;
        this.limits = limits;
        this.tls = tls;
        this.reports = reports;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!limits.passAddress(request, response)) {
            return;
        }
        if (OpenAddresses.contains(request.getRequestURI())) {
            if (limits.passReport(request, response)) {
                chain.doFilter(request, response);
            }
            return;
        }
        if (hasTokenInAddress(request.getQueryString())) {
            ApiRefusal.write(response, ErrorCode.BAD_REQUEST, "a token belongs in the Authorization header");
            return;
        }
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null && request.getRequestURI().equals(INVITATION)) {
            chain.doFilter(request, response);
            return;
        }
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            unauthorized(response, "the request carries no access token");
            return;
        }
        var token = tokens.liveAtApi(header.substring(SCHEME.length()).trim())
                .filter(live -> tls.permits(live.claims(), request));
        if (token.isEmpty()) {
            invalidToken(response);
        } else {
            pass(token.get(), request, response, chain);
        }
    }

    private void pass(AccessToken token, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        LogContext.caller(token.client().clientId(), token.client().organizationId());
        if (!limits.passClient(token.client().clientId(), response)) {
            return;
        }
        var caller = callers.of(token);
        if (caller.isEmpty() || !tokens.opensApi(token)) {
            caller.ifPresent(
                    known -> reports.accessRefused(token.client(), known, operation(request), request.getRemoteAddr()));
            insufficientScope(response);
        } else if (!isForOneWithoutRights(request) && caller.get().grants().isEmpty()) {
            ApiRefusal.write(response, ErrorCode.FORBIDDEN, "the caller has no rights in any organization");
            reports.accessRefused(token.client(), caller.get(), operation(request), request.getRemoteAddr());
        } else {
            request.setAttribute(Caller.class.getName(), caller.get());
            chain.doFilter(request, response);
            if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
                reports.accessRefused(token.client(), caller.get(), operation(request), request.getRemoteAddr());
            }
        }
    }

    /** Who is a member of no organization, or an app without a role, may see and end their own user and join one. */
    private static boolean isForOneWithoutRights(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals(INVITATION) || path.equals(OWN_USER) || path.startsWith(OWN_USER + '/');
    }

    /** The pattern of the address, not the address itself, which callers choose freely. */
    private static String operation(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return request.getMethod() + ' ' + (pattern == null ? "/api" : pattern);
    }

    private static boolean hasTokenInAddress(@Nullable String query) {
        return query != null
                && Arrays.stream(query.split("&")).anyMatch(parameter -> parameter.startsWith("access_token="));
    }

    private static void unauthorized(HttpServletResponse response, String detail) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        ApiRefusal.write(response, ErrorCode.UNAUTHORIZED, detail);
    }

    /** Source: RFC 6750 section 3.1. */
    private static void insufficientScope(HttpServletResponse response) throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer error=\"insufficient_scope\", scope=\"" + ProvisioningApi.SCOPE + "\"");
        ApiRefusal.write(response, ErrorCode.FORBIDDEN, "this needs a token with the scope " + ProvisioningApi.SCOPE);
    }

    private static void invalidToken(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        ApiRefusal.write(
                response,
                ErrorCode.INVALID_TOKEN,
                "the access token is malformed, expired, revoked or bound to another certificate");
    }
}
