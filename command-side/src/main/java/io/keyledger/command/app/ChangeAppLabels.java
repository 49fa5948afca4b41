package io.keyledger.command.app;

import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.app.AppId;

/** Changes reference, origin or metadata of an app. */
public record ChangeAppLabels(AppId appId, LabelChange labels) implements AppChange {}
