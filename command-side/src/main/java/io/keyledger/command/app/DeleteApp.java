package io.keyledger.command.app;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Deletes an app with all its credentials. */
public record DeleteApp(
        @TargetAggregateIdentifier AppId appId, @Nullable ExpectedVersions expectedVersion) {}
