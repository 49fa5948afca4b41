package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Sends authorization answers elsewhere; null takes the address off where the kind allows it. */
public record ChangeRedirectUri(
        @TargetAggregateIdentifier AppId appId, @Nullable RedirectUri redirectUri) implements AppChange {}
