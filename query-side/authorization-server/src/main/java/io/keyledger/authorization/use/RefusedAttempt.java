package io.keyledger.authorization.use;

import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.audit.AccessRefused;
import io.keyledger.kernel.audit.AttemptsRefused;
import io.keyledger.kernel.audit.ClientAuthenticationFailed;
import io.keyledger.kernel.audit.SecurityEvent;
import io.keyledger.kernel.audit.TokenRefused;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal to report; equal ones are counted together. */
sealed interface RefusedAttempt {
    String organizationId();

    /** The app it is of; null when it is of several. */
    @Nullable
    String appId();

    /** The event that reports it, with the count. */
    SecurityEvent event(String logId, RefusalCounter.Count count);

    /** The actor, as metadata of the event. */
    Map<String, String> actor();

    private static Map<String, String> unknown(String organizationId) {
        return Map.of(
                MetaKey.ACTOR_KIND, "anonymous",
                MetaKey.ACTOR_ID, "anonymous",
                MetaKey.ACTOR_NAME, "Somebody who did not prove who he is",
                MetaKey.ORGANIZATION_ID, organizationId);
    }

    /** All kinds beyond those that an organization's refusals are told apart by. */
    record Others(String organizationId) implements RefusedAttempt {
        @Override
        public @Nullable String appId() {
            return null;
        }

        @Override
        public SecurityEvent event(String logId, RefusalCounter.Count count) {
            return new AttemptsRefused(
                    logId, organizationId, count.count(), count.firstAt(), count.lastAt(), count.addresses());
        }

        @Override
        public Map<String, String> actor() {
            return unknown(organizationId);
        }
    }

    /** Client authentication failed. */
    record Failure(String organizationId, String appId, String reason) implements RefusedAttempt {
        @Override
        public SecurityEvent event(String logId, RefusalCounter.Count count) {
            return new ClientAuthenticationFailed(
                    logId,
                    organizationId,
                    appId,
                    reason,
                    count.count(),
                    count.firstAt(),
                    count.lastAt(),
                    count.addresses());
        }

        @Override
        public Map<String, String> actor() {
            return unknown(organizationId);
        }
    }

    /** A caller was refused an operation. */
    record Refusal(
            String organizationId,
            String appId,
            String operation,
            String actorKind,
            String actorId,
            String actorName,
            String clientId)
            implements RefusedAttempt {
        @Override
        public SecurityEvent event(String logId, RefusalCounter.Count count) {
            return new AccessRefused(
                    logId,
                    organizationId,
                    appId,
                    operation,
                    count.count(),
                    count.firstAt(),
                    count.lastAt(),
                    count.addresses());
        }

        @Override
        public Map<String, String> actor() {
            return Map.of(
                    MetaKey.ACTOR_KIND, actorKind,
                    MetaKey.ACTOR_ID, actorId,
                    MetaKey.ACTOR_NAME, actorName,
                    MetaKey.CLIENT_ID, clientId,
                    MetaKey.ORGANIZATION_ID, organizationId);
        }
    }

    /** An authenticated client violates a rule of its organization's policy. */
    record RefusedToken(String organizationId, String appId, String rule, String name, String clientId)
            implements RefusedAttempt {
        @Override
        public SecurityEvent event(String logId, RefusalCounter.Count count) {
            return new TokenRefused(
                    logId,
                    organizationId,
                    appId,
                    rule,
                    count.count(),
                    count.firstAt(),
                    count.lastAt(),
                    count.addresses());
        }

        @Override
        public Map<String, String> actor() {
            return Map.of(
                    MetaKey.ACTOR_KIND, "app",
                    MetaKey.ACTOR_ID, appId,
                    MetaKey.ACTOR_NAME, name,
                    MetaKey.CLIENT_ID, clientId,
                    MetaKey.ORGANIZATION_ID, organizationId);
        }
    }
}
