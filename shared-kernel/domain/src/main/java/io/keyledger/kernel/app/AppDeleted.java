package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/** An app and all its credentials ended. */
@Revision("1")
public record AppDeleted(String appId, String organizationId) implements AppEvent {}
