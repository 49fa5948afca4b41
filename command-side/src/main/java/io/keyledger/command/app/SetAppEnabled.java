package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;

/** Lets an app get tokens, or lets it get none until it is switched on again. */
public record SetAppEnabled(AppId appId, boolean enabled) implements AppChange {}
