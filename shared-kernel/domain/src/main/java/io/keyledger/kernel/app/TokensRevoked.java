package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/** Every token that was issued to the app until then has ended; its credentials go on. */
@Revision("1")
public record TokensRevoked(String appId) implements AppEvent {}
