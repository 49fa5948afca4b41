package io.keyledger.command.app;

import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All by which an app proves itself, and the rules that hold for secrets and certificates alike. The service keeps the
 * credentials of system apps itself, but for one: a user adds and rotates the secrets of his own personal app, so that one
 * which is about to end, or known to others, can be renewed by him and by nobody who could then act in his name.
 */
@SuppressWarnings("NullAway.Init") // the first event of the app fills every field
final class Holdings {
    private String id;
    private String organizationId;
    private String kind;
    private @Nullable String userId;
    private final Secrets secrets = new Secrets();
    private final HeldCertificates certificates = new HeldCertificates();

    void begin(AppRegistered event) {
        id = event.appId();
        organizationId = event.organizationId();
        kind = event.kind();
        userId = event.userId();
    }

    /** What the policy of the organization says; nothing for apps that the service keeps. */
    PolicyRules policy(CredentialPolicies policies, Kinds kinds) {
        return PolicyRules.of(policies, kinds.get(kind), organizationId);
    }

    String id() {
        return id;
    }

    String organizationId() {
        return organizationId;
    }

    Secrets secrets() {
        return secrets;
    }

    HeldCertificates certificates() {
        return certificates;
    }

    /**
     * Refuses for system apps.
     *
     * @param actor who may do it all the same when the app is his; null for nobody
     */
    void requireChangeable(Kinds kinds, @Nullable String actor) {
        if (!kinds.get(kind).creatable() && (userId == null || !userId.equals(actor))) {
            throw KindRules.systemApp();
        }
    }

    /** Refuses to take away a live credential when it is the last one and the app has to prove itself. */
    void requireAnother(Kinds kinds, Instant now) {
        if (secrets.liveAt(now) + certificates.liveAt(now) == 1
                && kinds.get(kind).confidential()) {
            throw new RuleViolation(
                    new Refusal(
                            ErrorCode.LAST_CREDENTIAL,
                            "it is the last live credential of an app that needs one; allow_last=true removes it all the same"));
        }
    }
}
