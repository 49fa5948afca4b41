package io.keyledger.command.access;

import io.keyledger.command.value.EmailAddress;
import io.keyledger.kernel.access.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Registers a user; the address is unique among all users. */
public record RegisterUser(
        @TargetAggregateIdentifier UserId userId,
        EmailAddress email,
        @Nullable String firstName,
        @Nullable String lastName) {}
