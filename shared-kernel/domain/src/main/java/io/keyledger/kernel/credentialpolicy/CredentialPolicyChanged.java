package io.keyledger.kernel.credentialpolicy;

import io.keyledger.kernel.DomainEvent;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** An organization has another policy: all of it, as {@link CredentialPolicy} describes it. */
@Revision("1")
public record CredentialPolicyChanged(
        String organizationId,
        boolean clientSecretsAllowed,
        @Nullable String maxSecretDuration,
        @Nullable String maxCertificateDuration,
        @Nullable Integer maxTokenLifetime,
        @Nullable Integer maxLiveSecrets,
        List<Integer> expiryNotices,
        @Nullable String unusedAfter,
        boolean enforceOnTokens)
        implements DomainEvent {}
