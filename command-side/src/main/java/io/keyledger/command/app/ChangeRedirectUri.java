package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;
import org.jspecify.annotations.Nullable;

/** Replaces the first redirect URI and keeps the rest; null removes all where the kind allows it. */
public record ChangeRedirectUri(AppId appId, @Nullable RedirectUri redirectUri) implements AppChange {}
