package io.keyledger.authorization.oauth;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.ClientSecretEntry;
import io.keyledger.authorization.use.RetiredUses;
import io.keyledger.kernel.secret.Pepper;
import io.keyledger.kernel.secret.SecretFormat;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that a client secret belongs to the app and is live. */
final class SecretCheck {
    private static final AuthenticationOutcome WRONG = AuthenticationOutcome.failed("wrong_secret");

    /** Compared with the secret of an unknown client. */
    private final List<ClientSecretEntry> nobody;

    private final Pepper pepper;
    private final RetiredUses retiredUses;
    private final Clock clock;

    SecretCheck(Pepper pepper, RetiredUses retiredUses, Clock clock) {
        this.pepper = pepper;
        this.retiredUses = retiredUses;
        this.clock = clock;
        this.nobody = List.of(ClientSecretEntry.ofNobody(pepper));
    }

    /** Takes as long for an unknown client as for an app with one secret that does not match. */
    AuthenticationOutcome check(@Nullable AppEntry client, String secret, String address) {
        if (!SecretFormat.isWellFormed(secret)) {
            return WRONG;
        }
        var found = find(client == null || client.secrets().isEmpty() ? nobody : client.secrets(), secret);
        if (client == null || found == null) {
            return WRONG;
        }
        if (found.revoked()) {
            return AuthenticationOutcome.failed("revoked_secret");
        }
        var now = clock.instant();
        if (found.isRetired() && found.isRemembered(now)) {
            retiredUses.used(client, found.id(), address);
        }
        if (client.disabled()) {
            return AuthenticationOutcome.failed("disabled_app");
        }
        if (!found.isAlive(now)) {
            return AuthenticationOutcome.failed("expired_secret");
        }
        return AuthenticationOutcome.by(found);
    }

    private @Nullable ClientSecretEntry find(List<ClientSecretEntry> verifiers, String secret) {
        ClientSecretEntry found = null;
        for (var verifier : verifiers) {
            if (verifier.isOf(secret, pepper)) {
                found = verifier;
            }
        }
        return found;
    }
}
