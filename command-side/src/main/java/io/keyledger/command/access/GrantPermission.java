package io.keyledger.command.access;

import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.access.RoleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Adds a permission to a custom role; at most one for each subject. */
public record GrantPermission(@TargetAggregateIdentifier RoleId roleId, NewPermission permission, LabelChange labels) {}
