package io.keyledger.authorization.bearer;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.Directory;
import io.keyledger.authorization.jwt.AccessToken;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.kind.Kind.RoleRule;
import io.keyledger.kernel.kind.Kinds;
import java.util.Objects;
import java.util.Optional;

/**
 * The caller that a token of an app stands for: of a user's app the user with all their memberships, of an app whose
 * kind requires a role the app itself. Other apps may not call the API. Source: CONTRACT A1 and A5.
 */
final class Callers {
    private final Directory directory;
    private final Kinds kinds;

    Callers(Directory directory, Kinds kinds) {
        this.directory = directory;
        this.kinds = kinds;
    }

    Optional<Caller> of(AccessToken token) {
        var client = token.client();
        if (client.userId() != null) {
            return Optional.of(user(client, client.userId(), token.departures()));
        }
        return kinds.get(client.kind()).role() == RoleRule.REQUIRED ? Optional.of(app(client)) : Optional.empty();
    }

    private Caller user(AppEntry client, String userId, long departures) {
        var name = Objects.requireNonNullElse(directory.email(userId), userId);
        return new Caller("user", userId, name, client.clientId(), directory.grantsOf(userId, departures));
    }

    private Caller app(AppEntry client) {
        return new Caller("app", client.appId(), client.name(), client.clientId(), directory.grantsOf(client));
    }
}
