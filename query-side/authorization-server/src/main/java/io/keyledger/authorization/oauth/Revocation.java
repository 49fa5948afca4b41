package io.keyledger.authorization.oauth;

import io.keyledger.authorization.directory.Directory;
import io.keyledger.authorization.jwt.AccessToken;
import io.keyledger.authorization.jwt.TokenCheck;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.RevokeToken;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;

/**
 * Revokes a token of the client itself. For an expired or unknown token nothing changes; a live one of another client
 * is refused. This node refuses the token before the answer is sent.
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
        var wish = (OAuth2TokenRevocationAuthenticationToken) authentication;
        var client = AuthenticatedClient.of(wish);
        tokens.live(wish.getToken()).ifPresent(token -> revoke(token, client));
        return wish;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private void revoke(AccessToken token, AuthenticatedClient client) {
        if (!token.client().appId().equals(client.client().appId()) || !client.confidential()) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }
        var command = new RevokeToken(new AppId(token.client().appId()), token.id(), token.expiresAt());
        commands.sendAndWait(
                new GenericCommandMessage<>(command, client.client().asActor()), TIMEOUT_SECONDS, TimeUnit.SECONDS);
        directory.revoke(token.id(), token.expiresAt());
    }
}
