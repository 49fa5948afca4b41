package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;

/** Changes what the tokens of an app may be used for. */
public record ChangeTokenScope(AppId appId, TokenScopeChange tokenScope) implements AppChange {}
