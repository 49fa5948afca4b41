package io.keyledger.query.token.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads by what the client says who it is: Basic, id and secret in the body, or the id alone. Two ways at once are an
 * {@code invalid_request} (RFC 6749 section 2.3), none at all an {@code invalid_client}.
 */
final class ClientCredentials implements AuthenticationConverter {
    private final AuthenticationConverter basic = new ClientSecretBasicAuthenticationConverter();

    @Override
    public OAuth2ClientAuthenticationToken convert(HttpServletRequest request) {
        var clientId = given(request, "client_id");
        var secret = given(request, "client_secret");
        if (basic.convert(request) instanceof OAuth2ClientAuthenticationToken header) {
            if (secret != null || (clientId != null && !clientId.equals(header.getPrincipal()))) {
                throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_REQUEST);
            }
            return header;
        }
        if (clientId == null) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(
                clientId,
                secret == null ? ClientAuthenticationMethod.NONE : ClientAuthenticationMethod.CLIENT_SECRET_POST,
                secret,
                Map.of());
    }

    private static @Nullable String given(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
