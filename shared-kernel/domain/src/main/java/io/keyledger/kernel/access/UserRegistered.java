package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A user exists from now on. */
@Revision("1")
public record UserRegistered(
        String userId,
        String email,
        @Nullable String firstName,
        @Nullable String lastName) implements UserEvent {}
