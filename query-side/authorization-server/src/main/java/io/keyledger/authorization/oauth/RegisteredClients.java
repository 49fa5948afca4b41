package io.keyledger.authorization.oauth;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.Directory;
import io.keyledger.kernel.kind.Kinds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The directory's apps as Spring Security's registered clients. They are registered by commands, never here. */
final class RegisteredClients implements RegisteredClientRepository {
    private static final AuthorizationGrantType NO_GRANT = new AuthorizationGrantType("none");
    private static final int KEPT = 10_000;

    private final Directory directory;
    private final Kinds kinds;
    private final LoadingCache<AppEntry, RegisteredClient> kept =
            Caffeine.newBuilder().weakKeys().maximumSize(KEPT).build(this::translated);

    RegisteredClients(Directory directory, Kinds kinds) {
        this.directory = directory;
        this.kinds = kinds;
    }

    @Override
    public void save(RegisteredClient registeredClient) {
        throw new UnsupportedOperationException("clients are registered in the ledger");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        var client = directory.app(id);
        return client == null ? null : of(client);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        var client = directory.client(clientId);
        return client == null ? null : of(client);
    }

    RegisteredClient of(AppEntry client) {
        return kept.get(client);
    }

    private RegisteredClient translated(AppEntry client) {
        var lifetime = Duration.ofSeconds(client.lifetime());
        var grants = kinds.get(client.kind()).grants();
        return RegisteredClient.withId(client.appId())
                .clientId(client.clientId())
                .clientName(client.name())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(
                        grants.contains("client_credentials") ? AuthorizationGrantType.CLIENT_CREDENTIALS : NO_GRANT)
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(lifetime).build())
                .build();
    }
}
