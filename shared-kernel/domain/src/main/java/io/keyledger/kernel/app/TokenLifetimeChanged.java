package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/** Tokens issued from now on are valid for {@code expiresIn} seconds. */
@Revision("1")
public record TokenLifetimeChanged(String appId, int previous, int expiresIn) implements TokenAttributeEvent {}
