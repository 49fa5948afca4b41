package io.keyledger.authorization.oauth;

import io.keyledger.authorization.directory.Directory;
import io.keyledger.authorization.directory.RevocationRoom;
import io.keyledger.authorization.jwt.AccessToken;
import io.keyledger.authorization.jwt.TokenCheck;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.RevokeToken;
import io.keyledger.kernel.app.RevokeTokens;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * Revokes a token of the client itself. For an expired or unknown token nothing changes; a live one of another client
 * is refused. This node refuses the token before the answer is sent. When too many tokens are revoked one by one, one
 * more ends all tokens of an app; of a public app it is refused for a time (RFC 7009 section 2.2.1).
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
        var one = new RevokeToken(new AppId(app.appId()), token.id(), token.expiresAt());
        switch (directory.roomToRevoke(app, client.confidential())) {
            case RevocationRoom.Free _ -> send(one, client.client().asActor());
            case RevocationRoom.EndingAllOf(var appId)
            when appId.equals(app.appId()) ->
                send(new RevokeTokens(new AppId(appId)), client.client().asActor());
            case RevocationRoom.EndingAllOf(var fullest) -> {
                send(new RevokeTokens(new AppId(fullest)), asKeyledger(app.organizationId()));
                send(one, client.client().asActor());
            }
            case RevocationRoom.Full full -> throw new RevocationsFull(full.retryAfter());
        }
        directory.revoke(app, token.id(), token.expiresAt(), token.generation());
    }

    /** No app ends the tokens of another one in its own name. */
    private static Map<String, Object> asKeyledger(String organizationId) {
        return Map.of(
                MetaKey.ACTOR_KIND, "system",
                MetaKey.ACTOR_ID, "system",
                MetaKey.ACTOR_NAME, "Keyledger",
                MetaKey.ORGANIZATION_ID, organizationId);
    }

    private void send(Object command, Map<String, Object> actor) {
        commands.sendAndWait(new GenericCommandMessage<>(command, actor), TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
