package io.keyledger.authorization.oauth;

import io.keyledger.authorization.assertion.AssertionCheck;
import io.keyledger.authorization.assertion.ClientAssertion;
import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.CertificateEntry;
import io.keyledger.authorization.directory.Credential;
import io.keyledger.authorization.directory.Directory;
import io.keyledger.authorization.mtls.CertificateCheck;
import io.keyledger.authorization.mtls.PresentedCertificate;
import io.keyledger.authorization.use.CredentialUses;
import io.keyledger.authorization.use.SecurityReports;
import io.keyledger.http.trace.LogContext;
import io.keyledger.kernel.credentialpolicy.PolicyRule;
import io.keyledger.kernel.kind.Kinds;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks client secrets, assertions and certificates of connections: any live secret or certificate of the app is
 * accepted. An unknown client, a wrong, expired or misspelt secret, a wrong assertion, a disabled and a deleted app all
 * get the same answer, the first three after the same work. A client of a public kind needs none.
 */
final class ClientAuthenticator implements AuthenticationProvider {
    private final Directory directory;
    private final RegisteredClients registered;
    private final Kinds kinds;
    private final SecretCheck secrets;
    private final AssertionCheck assertions;
    private final CertificateCheck certificates;
    private final PolicyGuard policies;
    private final CredentialUses uses;
    private final SecurityReports reports;
    private final TokenMeters meters;

    ClientAuthenticator(
            Directory directory,
            RegisteredClients registered,
            Kinds kinds,
            SecretCheck secrets,
            AssertionCheck assertions,
            CertificateCheck certificates,
            PolicyGuard policies,
            CredentialUses uses,
            SecurityReports reports,
            TokenMeters meters) {
        this.directory = directory;
        this.registered = registered;
        this.kinds = kinds;
        this.secrets = secrets;
        this.assertions = assertions;
        this.certificates = certificates;
        this.policies = policies;
        this.uses = uses;
        this.reports = reports;
        this.meters = meters;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var presented = (OAuth2ClientAuthenticationToken) authentication;
        var client = directory.client(presented.getName());
        var proof = proof(client, presented);
        var failure = proof.failure();
        if (client != null && failure != null) {
            reports.authenticationFailed(client, failure, address(presented));
        }
        if (client == null || failure != null) {
            meters.failed(client != null, presented.getCredentials());
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        LogContext.caller(client.clientId(), client.organizationId());
        var breach = policies.breach(client, proof.credential());
        note(client, proof.credential(), breach);
        return new AuthenticatedClient(
                client, registered.of(client), presented.getClientAuthenticationMethod(), proof.credential(), breach);
    }

    /** Not noted for a credential refused as unused: an attempt must not make it count as used. */
    private void note(AppEntry client, @Nullable Credential credential, @Nullable PolicyBreach breach) {
        if (credential != null && (breach == null || !breach.rule().equals(PolicyRule.UNUSED_AFTER))) {
            uses.used(client, credential);
        }
    }

    private AuthenticationOutcome proof(@Nullable AppEntry client, OAuth2ClientAuthenticationToken presented) {
        return switch (presented.getCredentials()) {
            case String secret -> secrets.check(client, secret, address(presented));
            case ClientAssertion assertion ->
                proof(client, known -> assertions.accepted(known, assertion), "assertion_refused");
            case PresentedCertificate shown ->
                proof(client, known -> certificates.accepted(known, shown), "certificate_refused");
            case null, default ->
                client == null || mayDoWithout(client)
                        ? AuthenticationOutcome.NOT_NEEDED
                        : AuthenticationOutcome.failed("no_credentials");
        };
    }

    private static AuthenticationOutcome proof(
            @Nullable AppEntry client, Function<AppEntry, Optional<CertificateEntry>> check, String failure) {
        return Optional.ofNullable(client)
                .flatMap(check)
                .map(AuthenticationOutcome::by)
                .orElseGet(() -> AuthenticationOutcome.failed(failure));
    }

    private boolean mayDoWithout(AppEntry client) {
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
