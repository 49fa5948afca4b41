package io.keyledger.authorization.oauth;

import io.keyledger.authorization.limit.Limit;
import io.keyledger.authorization.limit.LimitDecision;
import io.keyledger.authorization.limit.Limits;
import io.keyledger.http.connection.AddressKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;

/** Counts requests to the OAuth endpoints by a key, revocations apart, and answers 429 when there are too many. */
final class TokenLimit extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient Limit limit;
    private final transient Limit ofRevocations;
    private final transient Function<HttpServletRequest, String> key;
    private final transient OAuthErrors errors;

    private TokenLimit(Limit limit, Limit ofRevocations, Function<HttpServletRequest, String> key, OAuthErrors errors) {
        this.limit = limit;
        this.ofRevocations = ofRevocations;
        this.key = key;
        this.errors = errors;
    }

    /** Before authentication, whatever client the request names. */
    static TokenLimit perAddress(Limits limits, OAuthErrors errors) {
        return new TokenLimit(
                limits.tokenPerAddress(),
                limits.revocationPerAddress(),
                request -> AddressKey.of(request.getRemoteAddr()),
                errors);
    }

    /**
     * After authentication, so that no one uses up the limit of another client; a public client counts by address, too.
     */
    static TokenLimit perClient(Limits limits, OAuthErrors errors) {
        return new TokenLimit(limits.tokenPerClient(), limits.revocationPerClient(), TokenLimit::client, errors);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var revokes = request.getServletPath().equals(AuthorizationServer.REVOKE);
        var decision = (revokes ? ofRevocations : limit).take(key.apply(request));
        if (decision.allowed()) {
            chain.doFilter(request, response);
        } else {
            refuse(request, response, decision);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, LimitDecision decision)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(decision.retryAfter()));
        errors.onAuthenticationFailure(request, response, OAuthErrors.exception(OAuthErrors.TOO_MANY_REQUESTS));
    }

    private static String client(HttpServletRequest request) {
        var client = AuthenticatedClient.current();
        return client.confidential()
                ? client.client().clientId()
                : client.client().clientId() + " " + AddressKey.of(request.getRemoteAddr());
    }
}
