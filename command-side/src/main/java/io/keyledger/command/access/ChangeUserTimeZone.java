package io.keyledger.command.access;

import io.keyledger.kernel.access.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Changes the time zone of a user; null for none. */
public record ChangeUserTimeZone(
        @TargetAggregateIdentifier UserId userId, @Nullable String timeZone) implements UserChange {}
