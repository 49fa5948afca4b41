package io.keyledger.command.credentialpolicy;

import io.keyledger.kernel.Id;
import io.keyledger.kernel.organization.OrganizationId;

/** Identifies the aggregate of an organization's policy; derived from the organization's id. */
public record PolicyId(String value) {
    public static PolicyId of(OrganizationId organization) {
        return new PolicyId(Id.derivedFrom(organization.value() + "/credential_policy"));
    }

    /** The bare id, as the event store has it. */
    @Override
    public String toString() {
        return value;
    }
}
