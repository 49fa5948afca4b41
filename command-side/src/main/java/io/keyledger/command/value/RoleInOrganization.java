package io.keyledger.command.value;

import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;

/**
 * A role, and its organization, which never changes: an aggregate refuses a role of another organization by it.
 *
 * @param roleId         the role
 * @param organizationId its organization
 */
public record RoleInOrganization(RoleId roleId, OrganizationId organizationId) {
    /** Why a role of another organization is refused. */
    public static final Refusal FOREIGN = Refusal.ofField("role", "invalid", "must be a role of the same organization");

    /** Whether it is a role of that organization. */
    public boolean isOf(String organization) {
        return organizationId.value().equals(organization);
    }

    /** Refuses unless it is a role of that organization. */
    public void require(String organization) {
        if (!isOf(organization)) {
            throw new RuleViolation(FOREIGN);
        }
    }
}
