package io.keyledger.authorization.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import tools.jackson.databind.json.JsonMapper;

/** Answers with the token: RFC 6749 section 5.1, or exactly the members of CONTRACT part B, section 2.1. */
final class TokenAnswer implements AuthenticationSuccessHandler {
    private final JsonMapper json;

    TokenAnswer(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var token = ((OAuth2AccessTokenAuthenticationToken) authentication).getAccessToken();
        var profile = Profile.of(request);
        var client = AuthenticatedClient.of(authentication).client();
        // the token's own scopes are in no order
        var scope = Scopes.granted(profile, client, request.getParameter("scope"));
        OAuthAnswer.write(response, 200, json.writeValueAsBytes(body(profile, scope, token)));
    }

    private static Map<String, Object> body(Profile profile, String scope, OAuth2AccessToken token) {
        var issuedAt = Objects.requireNonNull(token.getIssuedAt());
        var expiresAt = Objects.requireNonNull(token.getExpiresAt());
        var body = new LinkedHashMap<String, Object>();
        body.put("access_token", token.getTokenValue());
        body.put("token_type", profile == Profile.OAUTH ? "Bearer" : "bearer");
        body.put("expires_in", Duration.between(issuedAt, expiresAt).toSeconds());
        body.put("scope", scope);
        if (profile == Profile.PROVISIONING) {
            body.put("created_at", issuedAt.getEpochSecond());
        }
        return body;
    }
}
