package io.keyledger.command.access;

import io.keyledger.command.value.EmailAddress;
import io.keyledger.kernel.access.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes the e-mail address of a user; unique among all users. */
public record ChangeUserEmail(@TargetAggregateIdentifier UserId userId, EmailAddress email) implements UserChange {}
