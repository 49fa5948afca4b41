package io.keyledger.authorization.oauth;

import io.keyledger.authorization.use.SecurityReports;
import io.keyledger.kernel.kind.Kinds;
import java.util.function.Consumer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Decides whether an authenticated client gets a token: its organization's policy, then its scopes. */
final class GrantValidator implements Consumer<OAuth2ClientCredentialsAuthenticationContext> {
    private final Kinds kinds;
    private final SecurityReports reports;
    private final TokenMeters meters;

    GrantValidator(Kinds kinds, SecurityReports reports, TokenMeters meters) {
        this.kinds = kinds;
        this.reports = reports;
        this.meters = meters;
    }

    @Override
    public void accept(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken grant = context.getAuthentication();
        var client = AuthenticatedClient.of(grant);
        var breach = client.breach();
        if (breach != null) {
            reports.tokenRefused(client.client(), breach.rule(), address(client));
            meters.refusedByPolicy(breach.rule());
            throw new PolicyRefusal(breach);
        }
        ClientCredentialsRequest.check(context, kinds);
    }

    private static String address(AuthenticatedClient client) {
        return client.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
