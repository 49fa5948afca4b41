package io.keyledger.authorization.oauth;

import io.keyledger.authorization.jwt.AccessToken;
import io.keyledger.authorization.jwt.TokenCheck;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;

/**
 * Answers whether a token of the asking client's own organization is live, with its claims; of any other token only
 * that it is not active. Source: RFC 7662.
 */
final class Introspection implements AuthenticationProvider {
    private final TokenCheck tokens;

    Introspection(TokenCheck tokens) {
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var question = (OAuth2TokenIntrospectionAuthenticationToken) authentication;
        var asking = AuthenticatedClient.of(question);
        if (!asking.confidential()) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        var answer = tokens.live(question.getToken())
                .filter(token ->
                        token.client().organizationId().equals(asking.client().organizationId()))
                .map(Introspection::active)
                .orElseGet(() -> OAuth2TokenIntrospection.builder(false).build());
        return new OAuth2TokenIntrospectionAuthenticationToken(question.getToken(), asking, answer);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2TokenIntrospectionAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static OAuth2TokenIntrospection active(AccessToken token) {
        var said = new HashMap<String, Object>(token.claims().toJSONObject());
        // Spring's message converter expects instants for these two
        said.put("exp", token.expiresAt());
        said.put("iat", token.claims().getIssueTime().toInstant());
        said.put("client_id", token.client().clientId());
        said.put("token_type", "Bearer");
        return OAuth2TokenIntrospection.builder(true)
                .claims(all -> all.putAll(typed(said)))
                .build();
    }

    private static Map<String, Object> typed(Map<String, Object> said) {
        said.computeIfPresent(
                "aud", (name, audience) -> audience instanceof String one ? java.util.List.of(one) : audience);
        said.computeIfPresent(
                "scope", (name, scope) -> java.util.List.of(scope.toString().split(" ")));
        return said;
    }
}
