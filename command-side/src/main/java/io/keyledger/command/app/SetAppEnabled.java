package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;

/** Enables an app, or disables it: then it gets no tokens until it is enabled again. */
public record SetAppEnabled(AppId appId, boolean enabled) implements AppChange {}
