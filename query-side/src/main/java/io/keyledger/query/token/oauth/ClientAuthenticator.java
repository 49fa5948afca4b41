package io.keyledger.query.token.oauth;

import io.keyledger.kernel.kind.Kinds;
import io.keyledger.query.token.assertion.AssertionCheck;
import io.keyledger.query.token.assertion.ClientAssertion;
import io.keyledger.query.token.directory.Client;
import io.keyledger.query.token.directory.Directory;
import io.keyledger.query.token.mtls.CertificateCheck;
import io.keyledger.query.token.mtls.PresentedCertificate;
import io.keyledger.query.token.use.SecurityReports;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks client secrets, assertions and certificates of connections: any live secret or certificate of the client will do. An unknown client, a wrong,
 * dead or misspelt secret, a wrong assertion, a disabled and a deleted app all get the same answer, the first three after
 * the same work. A client of a public kind may do without.
 */
final class ClientAuthenticator implements AuthenticationProvider {
    private final Directory directory;
    private final RegisteredClients registered;
    private final Kinds kinds;
    private final SecretCheck secrets;
    private final AssertionCheck assertions;
    private final CertificateCheck certificates;
    private final SecurityReports reports;
    private final TokenMeters meters;

    ClientAuthenticator(
            Directory directory,
            RegisteredClients registered,
            Kinds kinds,
            SecretCheck secrets,
            AssertionCheck assertions,
            CertificateCheck certificates,
            SecurityReports reports,
            TokenMeters meters) {
        this.directory = directory;
        this.registered = registered;
        this.kinds = kinds;
        this.secrets = secrets;
        this.assertions = assertions;
        this.certificates = certificates;
        this.reports = reports;
        this.meters = meters;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var presented = (OAuth2ClientAuthenticationToken) authentication;
        var client = directory.client(presented.getName());
        var failure = failure(client, presented);
        if (client != null && failure != null) {
            reports.authenticationFailed(client, failure, address(presented));
        }
        if (client == null || failure != null) {
            meters.failed(client != null, presented.getCredentials());
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new AuthenticatedClient(client, registered.of(client), presented.getClientAuthenticationMethod());
    }

    /** A word for why it is not the client; null when it is. */
    private @Nullable String failure(@Nullable Client client, OAuth2ClientAuthenticationToken presented) {
        return switch (presented.getCredentials()) {
            case String secret -> failure(secrets.check(client, secret, address(presented)));
            case ClientAssertion assertion ->
                client != null && assertions.accepts(client, assertion) ? null : "assertion_refused";
            case PresentedCertificate shown ->
                client != null && certificates.accepts(client, shown) ? null : "certificate_refused";
            case null, default -> client == null || mayDoWithout(client) ? null : "no_credentials";
        };
    }

    private static @Nullable String failure(SecretProof proof) {
        return switch (proof) {
            case ACCEPTED -> null;
            case WRONG -> "wrong_secret";
            case EXPIRED -> "expired_secret";
            case REVOKED -> "revoked_secret";
            case DISABLED -> "disabled_app";
        };
    }

    private boolean mayDoWithout(Client client) {
        return !client.disabled() && !kinds.get(client.kind()).confidential();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String address(Authentication presented) {
        return presented.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
