package io.keyledger.command.app;

import io.keyledger.command.value.Name;
import io.keyledger.kernel.app.AppId;

/** Gives an app another name. */
public record RenameApp(AppId appId, Name name) implements AppChange {}
