package io.keyledger.command.access;

import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.access.RoleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes reference, origin or metadata of a role. */
public record ChangeRoleLabels(@TargetAggregateIdentifier RoleId roleId, LabelChange labels) implements RoleChange {}
