package io.keyledger.authorization.oauth;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.Credential;
import io.keyledger.authorization.directory.Directory;
import io.keyledger.authorization.use.UnusedCredentials;
import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.Measure;
import io.keyledger.kernel.credentialpolicy.PolicyRule;
import io.keyledger.kernel.kind.Kinds;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks apps and credentials against the policy of organizations that enforce it on tokens. Apps that users cannot
 * create or change are exempt, so that the policy itself can always be changed. Source: CONTRACT A4,
 * {@code enforce_on_tokens}.
 */
final class PolicyGuard {
    private final Directory directory;
    private final Kinds kinds;
    private final UnusedCredentials unused;
    private final Clock clock;

    PolicyGuard(Directory directory, Kinds kinds, UnusedCredentials unused, Clock clock) {
        this.directory = directory;
        this.kinds = kinds;
        this.unused = unused;
        this.clock = clock;
    }

    /**
     * The first rule that is violated; null when none is, or the policy is not enforced.
     *
     * @param credential the one the client used; null when it needed none
     */
    @Nullable
    PolicyBreach breach(AppEntry client, @Nullable Credential credential) {
        var policy = directory.enforcedBy(client.organizationId());
        return policy == null || !kinds.get(client.kind()).creatable() ? null : breach(client, credential, policy);
    }

    private @Nullable PolicyBreach breach(AppEntry client, @Nullable Credential credential, CredentialPolicy policy) {
        var now = clock.instant();
        var ofCredential = credential == null ? List.<Measure>of() : credential.measures();
        return Stream.concat(client.measures(now).stream(), ofCredential.stream())
                .filter(measure -> measure.violates(policy))
                .findFirst()
                .map(measure ->
                        new PolicyBreach(measure.rule().word(), measure.rule().limitText(policy)))
                .orElseGet(() ->
                        credential != null && unused.isUnused(client, credential, policy, now) ? unused(policy) : null);
    }

    private static PolicyBreach unused(CredentialPolicy policy) {
        return new PolicyBreach(PolicyRule.UNUSED_AFTER, String.valueOf(policy.unusedAfter()));
    }
}
