package io.keyledger.authorization.oauth;

import io.keyledger.authorization.mtls.MutualTls;
import io.keyledger.authorization.mtls.PresentedCertificate;
import io.keyledger.kernel.kind.Kinds;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads a request of grant {@code client_credentials}, and keeps its profile, its scope as the token says it, and the certificate
 * of the connection.
 */
final class ClientCredentialsRequest implements AuthenticationConverter {
    private static final String PROFILE = "profile";
    private static final String SCOPE = "scope";
    private static final String CERTIFICATE = "certificate";

    private final MutualTls tls;

    ClientCredentialsRequest(MutualTls tls) {
        this.tls = tls;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.getValue().equals(request.getParameter("grant_type"))) {
            return null;
        }
        var client = AuthenticatedClient.current();
        var asked = request.getParameter(SCOPE);
        if (asked != null && !Scopes.isWellFormed(asked)) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_SCOPE);
        }
        var profile = Profile.of(request);
        var scope = Scopes.granted(profile, client.client(), asked);
        return new OAuth2ClientCredentialsAuthenticationToken(
                client,
                Scopes.words(scope),
                Map.of(PROFILE, profile, SCOPE, scope, CERTIFICATE, tls.certificate(request)));
    }

    static Profile profile(OAuth2ClientCredentialsAuthenticationToken grant) {
        return (Profile) Objects.requireNonNull(grant.getAdditionalParameters().get(PROFILE));
    }

    static String scope(OAuth2ClientCredentialsAuthenticationToken grant) {
        return (String) Objects.requireNonNull(grant.getAdditionalParameters().get(SCOPE));
    }

    /** The client certificate of the connection, whichever way the client authenticated: the token is bound to it. */
    static Optional<PresentedCertificate> certificate(OAuth2ClientCredentialsAuthenticationToken grant) {
        return grant.getAdditionalParameters().get(CERTIFICATE) instanceof Optional<?> shown
                ? shown.map(PresentedCertificate.class::cast)
                : Optional.empty();
    }

    /** Refuses scopes the app may not have; a request is never reduced to the allowed ones. */
    static void check(OAuth2ClientCredentialsAuthenticationContext context, Kinds kinds) {
        OAuth2ClientCredentialsAuthenticationToken grant = context.getAuthentication();
        var client = AuthenticatedClient.of(grant).client();
        if (!Scopes.allowed(client, kinds.get(client.kind()), grant.getScopes())) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_SCOPE);
        }
    }
}
