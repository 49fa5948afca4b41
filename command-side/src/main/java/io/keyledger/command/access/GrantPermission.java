package io.keyledger.command.access;

import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.access.RoleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives a custom role a permission; one for each subject. */
public record GrantPermission(@TargetAggregateIdentifier RoleId roleId, NewPermission permission, LabelChange labels) {}
