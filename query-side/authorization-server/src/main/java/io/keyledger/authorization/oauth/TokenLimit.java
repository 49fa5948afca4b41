package io.keyledger.authorization.oauth;

import io.keyledger.authorization.limit.Limit;
import io.keyledger.authorization.limit.LimitDecision;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;

/** Counts requests to the OAuth endpoints by a key, and answers 429 when there are too many. */
final class TokenLimit extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient Limit limit;
    private final transient Function<HttpServletRequest, String> key;
    private final transient OAuthErrors errors;

    private TokenLimit(Limit limit, Function<HttpServletRequest, String> key, OAuthErrors errors) {
        this.limit = limit;
        this.key = key;
        this.errors = errors;
    }

    /** Before authentication, whatever client the request names. */
    static TokenLimit perAddress(Limit limit, OAuthErrors errors) {
        return new TokenLimit(limit, HttpServletRequest::getRemoteAddr, errors);
    }

    /**
     * After authentication, so that no one uses up the limit of another client; a public client counts by address, too.
     */
    static TokenLimit perClient(Limit limit, OAuthErrors errors) {
        return new TokenLimit(limit, TokenLimit::client, errors);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var decision = limit.take(key.apply(request));
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
                : client.client().clientId() + " " + request.getRemoteAddr();
    }
}
