package io.keyledger.command.access;

import io.keyledger.command.value.Name;
import io.keyledger.kernel.access.RoleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives a role another name. */
public record RenameRole(@TargetAggregateIdentifier RoleId roleId, Name name) implements RoleChange {}
