package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;
import org.jspecify.annotations.Nullable;

/** Puts another address in the place of the first, and keeps the rest; null takes all off where the kind allows it. */
public record ChangeRedirectUri(AppId appId, @Nullable RedirectUri redirectUri) implements AppChange {}
