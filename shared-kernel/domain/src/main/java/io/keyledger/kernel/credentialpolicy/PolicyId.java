package io.keyledger.kernel.credentialpolicy;

import io.keyledger.kernel.Id;

/** Identifies the aggregate of an organization's policy; derived from the organization's id. */
public record PolicyId(String value) {
    /** Of the organization that it is the policy of. */
    public static PolicyId of(String organizationId) {
        return new PolicyId(Id.derivedFrom(organizationId + "/credential_policy"));
    }

    /** The bare id, as the event store has it. */
    @Override
    public String toString() {
        return value;
    }
}
