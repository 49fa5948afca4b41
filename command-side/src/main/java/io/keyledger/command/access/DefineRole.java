package io.keyledger.command.access;

import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.Name;
import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Defines a role; the API defines custom ones only, the two built-in ones are defined with the organization. */
public record DefineRole(
        @TargetAggregateIdentifier RoleId roleId,
        OrganizationId organizationId,
        Name name,
        RoleKind kind,
        LabelChange labels) {}
