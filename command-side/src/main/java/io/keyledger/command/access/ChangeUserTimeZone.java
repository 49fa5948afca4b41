package io.keyledger.command.access;

import io.keyledger.kernel.access.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Lets a user live by another clock; null for none in particular. */
public record ChangeUserTimeZone(
        @TargetAggregateIdentifier UserId userId, @Nullable String timeZone) implements UserChange {}
