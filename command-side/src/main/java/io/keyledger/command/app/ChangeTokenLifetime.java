package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Lets tokens issued from now on live so long; null for the default of the kind. */
public record ChangeTokenLifetime(
        @TargetAggregateIdentifier AppId appId, @Nullable TokenLifetime lifetime) implements AppChange {}
