package io.keyledger.authorization.use;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.Credential;
import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.view.use.LastUse;
import io.keyledger.view.use.LastUses;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a credential has been unused for too long. The database is asked only about one that is older than
 * that and that this node has not seen in use: once after a start, or before a refusal. When it cannot be read, the
 * credential counts as used.
 */
public final class UnusedCredentials {
    private static final Logger log = LoggerFactory.getLogger(UnusedCredentials.class);

    private final CredentialUses uses;
    private final LastUses database;

    UnusedCredentials(CredentialUses uses, LastUses database) {
        this.uses = uses;
        this.database = database;
    }

    /** Whether the credential of the app is unused then, by the policy's limit. */
    public boolean isUnused(AppEntry app, Credential credential, CredentialPolicy policy, Instant now) {
        return policy.isUnused(credential.addedAt(), now)
                && policy.isUnused(uses.lastNoted(app, credential), now)
                && policy.isUnused(lastUse(credential.id(), now), now);
    }

    private Instant lastUse(String credentialId, Instant now) {
        try {
            return database.of(List.of(credentialId)).values().stream()
                    .map(LastUse::at)
                    .findFirst()
                    .orElse(Instant.EPOCH);
        } catch (RuntimeException e) {
            log.warn("The last use of the credential {} cannot be read: {}", credentialId, e.getMessage());
            return now;
        }
    }
}
