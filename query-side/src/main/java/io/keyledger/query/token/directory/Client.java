package io.keyledger.query.token.directory;

import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.RedirectUriChanged;
import io.keyledger.kernel.app.RoleAssigned;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokenRevoked;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An app as the token side knows it.
 *
 * @param lifetime seconds its tokens live
 * @param roleId   the role an integration acts in
 * @param userId   whose provisioning app it is; null for every kind but user
 * @param secrets  verifiers of its secrets, ended ones too
 */
public record Client(
        String appId,
        String organizationId,
        String kind,
        String mode,
        String clientId,
        String name,
        int lifetime,
        @Nullable String roleId,
        @Nullable String userId,
        List<Verifier> secrets) {

    /** Whether its tokens are about test data. */
    public boolean test() {
        return mode.equals("test");
    }

    static @Nullable Client after(@Nullable Client before, AppEvent event) {
        return switch (event) {
            case AppRegistered e -> registered(e);
            case AppDeleted _ -> null;
            case AppEvent _ when before == null -> null;
            case AppRenamed e -> before.withName(e.name());
            case TokenLifetimeChanged e -> before.withLifetime(e.expiresIn());
            case RoleAssigned e -> before.withRole(e.roleId());
            case ClientSecretAdded e -> before.with(Verifier.of(e));
            case DashboardAppInstalled _, DashboardAppForked _, RedirectUriChanged _, TokenRevoked _ -> before;
        };
    }

    private static Client registered(AppRegistered e) {
        return new Client(
                e.appId(),
                e.organizationId(),
                e.kind(),
                e.mode(),
                e.clientId(),
                e.name(),
                e.expiresIn(),
                e.roleId(),
                e.userId(),
                List.of());
    }

    private Client withName(String changed) {
        return new Client(appId, organizationId, kind, mode, clientId, changed, lifetime, roleId, userId, secrets);
    }

    private Client withLifetime(int changed) {
        return new Client(appId, organizationId, kind, mode, clientId, name, changed, roleId, userId, secrets);
    }

    private Client withRole(@Nullable String changed) {
        return new Client(appId, organizationId, kind, mode, clientId, name, lifetime, changed, userId, secrets);
    }

    private Client with(Verifier added) {
        var more = Stream.concat(secrets.stream().filter(s -> !s.id().equals(added.id())), Stream.of(added))
                .toList();
        return new Client(appId, organizationId, kind, mode, clientId, name, lifetime, roleId, userId, more);
    }
}
