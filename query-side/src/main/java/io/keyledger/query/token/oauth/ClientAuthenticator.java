package io.keyledger.query.token.oauth;

import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.secret.Pepper;
import io.keyledger.kernel.secret.SecretFormat;
import io.keyledger.query.token.directory.Client;
import io.keyledger.query.token.directory.Directory;
import io.keyledger.query.token.directory.Verifier;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/**
 * Checks client secrets: any live one of the client will do. An unknown client, a wrong, dead or misspelt secret and a
 * deleted app all get the same answer, the first three after the same work. A client of a public kind may do without.
 */
final class ClientAuthenticator implements AuthenticationProvider {
    /** What an unknown client's secret is compared with. */
    private final List<Verifier> nobody;

    private final Directory directory;
    private final RegisteredClients registered;
    private final Kinds kinds;
    private final Pepper pepper;
    private final Clock clock;

    ClientAuthenticator(Directory directory, RegisteredClients registered, Kinds kinds, Pepper pepper, Clock clock) {
        this.directory = directory;
        this.registered = registered;
        this.kinds = kinds;
        this.pepper = pepper;
        this.clock = clock;
        this.nobody = List.of(new Verifier("", pepper.currentId(), pepper.verifier(""), Instant.MAX, null));
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var presented = (OAuth2ClientAuthenticationToken) authentication;
        var client = directory.client(presented.getName());
        var known = presented.getCredentials() instanceof String secret
                ? accepts(client, secret)
                : client != null && !kinds.get(client.kind()).confidential();
        if (client == null || !known) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new AuthenticatedClient(client, registered.of(client), presented.getClientAuthenticationMethod());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private boolean accepts(@Nullable Client client, String secret) {
        if (!SecretFormat.isWellFormed(secret)) {
            return false;
        }
        var now = clock.instant();
        var accepted = false;
        for (var verifier : client == null || client.secrets().isEmpty() ? nobody : client.secrets()) {
            accepted |= verifier.accepts(secret, pepper, now);
        }
        return accepted;
    }
}
