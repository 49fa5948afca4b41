package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** An app acts in another role, or in none. */
@Revision("1")
public record RoleAssigned(String appId, @Nullable String roleId) implements TokenAttributeEvent {}
