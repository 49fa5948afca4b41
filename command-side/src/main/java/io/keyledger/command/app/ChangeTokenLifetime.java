package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;
import org.jspecify.annotations.Nullable;

/** Changes the lifetime of tokens issued from now on; null for the default of the kind. */
public record ChangeTokenLifetime(AppId appId, @Nullable TokenLifetime lifetime) implements AppChange {}
