package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A user got other names. */
@Revision("1")
public record UserRenamed(
        String userId, @Nullable String firstName, @Nullable String lastName) implements UserEvent {}
