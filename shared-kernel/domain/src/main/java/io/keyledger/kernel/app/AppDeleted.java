package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/** An app was deleted with all its credentials. */
@Revision("1")
public record AppDeleted(String appId, String organizationId) implements AppEvent {}
