package io.keyledger.command.access;

import io.keyledger.command.value.Given;
import io.keyledger.kernel.access.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives a user other names; one that is absent stays. */
public record RenameUser(@TargetAggregateIdentifier UserId userId, Given<String> firstName, Given<String> lastName)
        implements UserChange {}
