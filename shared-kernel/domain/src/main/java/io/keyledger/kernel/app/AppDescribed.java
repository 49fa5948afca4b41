package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** An app has another description, or none. */
@Revision("1")
public record AppDescribed(String appId, @Nullable String description) implements AppAttributeEvent {}
