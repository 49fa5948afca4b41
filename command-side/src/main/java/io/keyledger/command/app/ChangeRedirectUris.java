package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;

/** Replaces all redirect URIs; there may be none where the kind allows it. */
public record ChangeRedirectUris(AppId appId, RedirectUris redirectUris) implements AppChange {}
