package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;
import org.jspecify.annotations.Nullable;

/** Lets tokens issued from now on live so long; null for the default of the kind. */
public record ChangeTokenLifetime(AppId appId, @Nullable TokenLifetime lifetime) implements AppChange {}
