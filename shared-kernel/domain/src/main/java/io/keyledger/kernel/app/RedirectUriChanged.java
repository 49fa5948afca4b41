package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Authorization answers go elsewhere. */
@Revision("1")
public record RedirectUriChanged(String appId, @Nullable String redirectUri) implements AppAttributeEvent {}
