package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** A user has ended; personal app and memberships end in the same commit, each with an event of its own. */
@Revision("1")
public record UserDeleted(String userId) implements UserEvent {}
