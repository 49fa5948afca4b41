package io.keyledger.kernel.audit;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * An app authenticated and was issued no token: it, or the credential it used, violates a rule of its organization's
 * policy, which is enforced on tokens. {@code rule} is the attribute of the policy.
 */
@Revision("1")
public record TokenRefused(
        String logId,
        String organizationId,
        String appId,
        String rule,
        int count,
        Instant firstAt,
        Instant lastAt,
        List<String> addresses)
        implements SecurityEvent {}
