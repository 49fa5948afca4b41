package io.keyledger.authorization.oauth;

import io.keyledger.authorization.directory.Directory;
import io.keyledger.authorization.jwt.AccessToken;
import io.keyledger.authorization.jwt.TokenCheck;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.RevokeToken;
import io.keyledger.kernel.app.RevokeTokens;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * Revokes a token of the client itself. For an expired or unknown token nothing changes; a live one of another client
 * is refused. This node refuses the token before the answer is sent. When too many tokens of an app are revoked one by
 * one, one more ends all tokens of that app.
 */
final class Revocation implements AuthenticationProvider {
    private static final int TIMEOUT_SECONDS = 5;

    private final TokenCheck tokens;
    private final Directory directory;
    private final CommandGateway commands;

    Revocation(TokenCheck tokens, Directory directory, CommandGateway commands) {
        this.tokens = tokens;
        this.directory = directory;
        this.commands = commands;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var wish = (RevocationRequest.Wish) authentication;
        var client = AuthenticatedClient.of(wish);
        tokens.live(wish.getToken()).ifPresent(token -> {
            if (!isTheirs(token, client, wish.profile())) {
                throw OAuthErrors.exception(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
            }
            revoke(token, client);
        });
        return wish;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return RevocationRequest.Wish.class.isAssignableFrom(authentication);
    }

    /**
     * The id is enough for a public client's own token (RFC 7009 section 2.1), but not in the provisioning profile
     * (CONTRACT part B, section 2.3).
     */
    private static boolean isTheirs(AccessToken token, AuthenticatedClient client, Profile profile) {
        return token.client().appId().equals(client.client().appId())
                && (client.confidential() || profile == Profile.OAUTH);
    }

    private void revoke(AccessToken token, AuthenticatedClient client) {
        var app = token.client();
        var id = new AppId(app.appId());
        send(
                directory.isFullOfRevocations(app)
                        ? new RevokeTokens(id)
                        : new RevokeToken(id, token.id(), token.expiresAt()),
                client);
        directory.revoke(app, token.id(), token.expiresAt(), token.generation());
    }

    private void send(Object command, AuthenticatedClient client) {
        commands.sendAndWait(
                new GenericCommandMessage<>(command, client.client().asActor()), TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
