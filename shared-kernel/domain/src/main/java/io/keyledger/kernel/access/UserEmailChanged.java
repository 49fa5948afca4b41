package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** A user has another e-mail address. */
@Revision("1")
public record UserEmailChanged(String userId, String email) implements UserEvent {}
