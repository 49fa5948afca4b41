package io.keyledger.kernel.access;

import io.keyledger.kernel.DomainEvent;

/** The events of a user. */
public sealed interface UserEvent extends DomainEvent
        permits UserRegistered, UserRenamed, UserEmailChanged, UserTimeZoneChanged, OrganizationLeft, UserDeleted {
    /** Id of the aggregate whose history this is part of. */
    String userId();
}
