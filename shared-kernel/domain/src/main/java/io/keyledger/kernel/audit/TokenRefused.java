package io.keyledger.kernel.audit;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * An app proved who it is and was issued no token: it, or the credential it showed, violates a rule of its organization's
 * policy, which is enforced on tokens. The rule is named as the attribute of the policy.
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
