package io.keyledger.kernel.access;

import io.keyledger.kernel.DomainEvent;

/** The events of a membership. */
public sealed interface MembershipEvent extends DomainEvent
        permits MemberInvited,
                InvitationResent,
                MembershipActivated,
                MemberRoleAssigned,
                AccessScopeChanged,
                OwnershipGranted,
                OwnershipGivenUp,
                MemberRemoved {
    /** Id of the aggregate whose history this is part of. */
    String membershipId();
}
