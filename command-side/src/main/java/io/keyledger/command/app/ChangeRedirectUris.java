package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;

/** Lets authorization answers go to these addresses and to no others; none where the kind allows it. */
public record ChangeRedirectUris(AppId appId, RedirectUris redirectUris) implements AppChange {}
