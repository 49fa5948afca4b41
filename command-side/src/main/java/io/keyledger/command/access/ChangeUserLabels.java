package io.keyledger.command.access;

import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.access.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes reference, origin or metadata of a user. */
public record ChangeUserLabels(@TargetAggregateIdentifier UserId userId, LabelChange labels) implements UserChange {}
