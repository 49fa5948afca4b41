package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/** Tokens issued from now on live so many seconds. */
@Revision("1")
public record TokenLifetimeChanged(String appId, int previous, int expiresIn) implements TokenAttributeEvent {}
