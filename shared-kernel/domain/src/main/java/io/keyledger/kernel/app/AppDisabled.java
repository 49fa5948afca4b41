package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/** The app gets no tokens until it is enabled again. */
@Revision("1")
public record AppDisabled(String appId) implements TokenAttributeEvent {}
