package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A user has another time zone, or none. */
@Revision("1")
public record UserTimeZoneChanged(String userId, @Nullable String timeZone) implements UserEvent {}
