package io.keyledger.query.token.oauth;

import io.keyledger.kernel.kind.Kinds;
import io.keyledger.query.token.assertion.AssertionCheck;
import io.keyledger.query.token.assertion.ClientAssertion;
import io.keyledger.query.token.directory.Directory;
import io.keyledger.query.token.mtls.CertificateCheck;
import io.keyledger.query.token.mtls.PresentedCertificate;
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

    ClientAuthenticator(
            Directory directory,
            RegisteredClients registered,
            Kinds kinds,
            SecretCheck secrets,
            AssertionCheck assertions,
            CertificateCheck certificates) {
        this.directory = directory;
        this.registered = registered;
        this.kinds = kinds;
        this.secrets = secrets;
        this.assertions = assertions;
        this.certificates = certificates;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var presented = (OAuth2ClientAuthenticationToken) authentication;
        var client = directory.client(presented.getName());
        var known = switch (presented.getCredentials()) {
            case String secret -> secrets.accepts(client, secret, address(presented));
            case ClientAssertion assertion -> client != null && assertions.accepts(client, assertion);
            case PresentedCertificate shown -> client != null && certificates.accepts(client, shown);
            case null, default ->
                client != null
                        && !client.disabled()
                        && !kinds.get(client.kind()).confidential();
        };
        if (client == null || !known) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new AuthenticatedClient(client, registered.of(client), presented.getClientAuthenticationMethod());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String address(Authentication presented) {
        return presented.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
