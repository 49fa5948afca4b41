package io.keyledger.query.token.oauth;

import io.keyledger.kernel.secret.Pepper;
import io.keyledger.kernel.secret.SecretFormat;
import io.keyledger.query.token.directory.Client;
import io.keyledger.query.token.directory.Verifier;
import io.keyledger.query.token.use.CredentialUses;
import io.keyledger.query.token.use.RetiredUses;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether a client secret is one of the client's and alive, and notes its use. */
final class SecretCheck {
    /** What an unknown client's secret is compared with. */
    private final List<Verifier> nobody;

    private final Pepper pepper;
    private final CredentialUses uses;
    private final RetiredUses retiredUses;
    private final Clock clock;

    SecretCheck(Pepper pepper, CredentialUses uses, RetiredUses retiredUses, Clock clock) {
        this.pepper = pepper;
        this.uses = uses;
        this.retiredUses = retiredUses;
        this.clock = clock;
        this.nobody = List.of(new Verifier("", pepper.currentId(), pepper.verifier(""), Instant.MAX, null, false));
    }

    /** Takes the same time for an unknown client and for one whose secrets are all others. */
    SecretProof check(@Nullable Client client, String secret, String address) {
        if (!SecretFormat.isWellFormed(secret)) {
            return SecretProof.WRONG;
        }
        var found = find(client == null || client.secrets().isEmpty() ? nobody : client.secrets(), secret);
        if (client == null || found == null) {
            return SecretProof.WRONG;
        }
        if (found.revoked()) {
            return SecretProof.REVOKED;
        }
        var now = clock.instant();
        if (found.isRetired() && found.isRemembered(now)) {
            retiredUses.used(client, found.id(), address);
        }
        if (client.disabled()) {
            return SecretProof.DISABLED;
        }
        if (!found.isAlive(now)) {
            return SecretProof.EXPIRED;
        }
        uses.used(found.id());
        return SecretProof.ACCEPTED;
    }

    private @Nullable Verifier find(List<Verifier> verifiers, String secret) {
        Verifier found = null;
        for (var verifier : verifiers) {
            if (verifier.isOf(secret, pepper)) {
                found = verifier;
            }
        }
        return found;
    }
}
