package io.keyledger.kernel.access;

import io.keyledger.kernel.DomainEvent;

/** What can happen to a user. */
public sealed interface UserEvent extends DomainEvent
        permits UserRegistered, UserRenamed, UserEmailChanged, UserTimeZoneChanged {
    /** Id of the aggregate whose history this is part of. */
    String userId();
}
