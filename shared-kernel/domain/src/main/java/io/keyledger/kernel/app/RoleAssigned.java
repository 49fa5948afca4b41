package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** An app has another role, or none. */
@Revision("1")
public record RoleAssigned(String appId, @Nullable String roleId) implements TokenAttributeEvent {}
