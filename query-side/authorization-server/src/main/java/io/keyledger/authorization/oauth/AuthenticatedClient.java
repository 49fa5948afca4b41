package io.keyledger.authorization.oauth;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.Credential;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** An authenticated client, how it authenticated, and the policy rule it violates, if any. */
final class AuthenticatedClient extends OAuth2ClientAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient AppEntry client;
    private final transient @Nullable Credential credential;
    private final transient @Nullable PolicyBreach breach;

    AuthenticatedClient(
            AppEntry client,
            RegisteredClient registered,
            ClientAuthenticationMethod method,
            @Nullable Credential credential,
            @Nullable PolicyBreach breach) {
        super(registered, method, null);
        this.client = client;
        this.credential = credential;
        this.breach = breach;
    }

    AppEntry client() {
        return client;
    }

    /** The secret or certificate it authenticated with; null for a public client that showed none. */
    @Nullable
    Credential credential() {
        return credential;
    }

    /** The rule of an enforced policy that the app or the credential it used violates; null for none. */
    @Nullable
    PolicyBreach breach() {
        return breach;
    }

    /** Whether it authenticated with a credential; a public client need not. */
    boolean confidential() {
        return !ClientAuthenticationMethod.NONE.equals(getClientAuthenticationMethod());
    }

    /** The client of the present request. */
    static AuthenticatedClient current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static AuthenticatedClient of(@Nullable Object principal) {
        if (principal instanceof AuthenticatedClient client) {
            return client;
        }
        if (principal instanceof Authentication authentication
                && authentication.getPrincipal() instanceof AuthenticatedClient client) {
            return client;
        }
        throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_CLIENT);
    }
}
