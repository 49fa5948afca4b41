package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/** A disabled app gets tokens again. */
@Revision("1")
public record AppEnabled(String appId) implements TokenAttributeEvent {}
