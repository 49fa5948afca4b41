package io.keyledger.authorization.oauth;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.Directory;
import io.keyledger.authorization.jwt.AccessToken;
import io.keyledger.authorization.jwt.TokenCheck;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;

/**
 * Answers whether a token of the asking client's own organization is live, with its claims, or one of a user that opens
 * it; of any other token only that it is not active. Source: RFC 7662.
 */
final class Introspection implements AuthenticationProvider {
    private final TokenCheck tokens;
    private final Directory directory;

    Introspection(TokenCheck tokens, Directory directory) {
        this.tokens = tokens;
        this.directory = directory;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var question = (OAuth2TokenIntrospectionAuthenticationToken) authentication;
        var asking = AuthenticatedClient.of(question);
        if (!asking.confidential()) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        var answer = tokens.live(question.getToken())
                .filter(token -> concerns(token, asking.client()))
                .map(Introspection::active)
                .orElseGet(() -> OAuth2TokenIntrospection.builder(false).build());
        return new OAuth2TokenIntrospectionAuthenticationToken(question.getToken(), asking, answer);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2TokenIntrospectionAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Whether it is a token of the asking client itself, or both have an organization in common. */
    private boolean concerns(AccessToken token, AppEntry asking) {
        return token.client().appId().equals(asking.appId())
                || !Collections.disjoint(
                        organizations(token.client(), token.departures()), organizations(asking, Long.MAX_VALUE));
    }

    /** That of an app; of a user's app those that the user is a member of and a token of that time opens. */
    private Set<String> organizations(AppEntry app, long departures) {
        return app.userId() == null
                ? Set.of(app.organizationId())
                : directory.grantsOf(app.userId(), departures).keySet();
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
