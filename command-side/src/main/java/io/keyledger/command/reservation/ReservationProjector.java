package io.keyledger.command.reservation;

import io.keyledger.command.bus.ProcessingGroups;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.organization.OrganizationRegistered;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps the reservations in step with the events, in the transaction that records them. */
@Component
@ProcessingGroup(ProcessingGroups.RESERVATIONS)
class ReservationProjector {
    private final Reservations reservations;

    ReservationProjector(Reservations reservations) {
        this.reservations = reservations;
    }

    @EventHandler
    void on(DomainEvent event) {
        switch (event) {
            case OrganizationRegistered e -> reservations.take(Scope.ORGANIZATION_SLUG, e.slug(), e.organizationId());
            case UserRegistered e -> takeEmail(e.userId(), e.email());
            case UserEmailChanged e -> {
                reservations.release(Scope.USER_EMAIL, e.userId());
                takeEmail(e.userId(), e.email());
            }
            case MemberInvited e ->
                reservations.take(Scope.MEMBERSHIP, Scope.member(e.organizationId(), e.userEmail()), e.membershipId());
            case MemberRemoved e -> reservations.release(Scope.MEMBERSHIP, e.membershipId());
            case ClientSecretAdded e -> reservations.take(Scope.SECRET_VERIFIER, e.verifier(), e.appId());
            case DashboardAppInstalled e ->
                reservations.take(Scope.HOSTED_APP, Scope.hosted(e.organizationId(), e.kind(), e.mode()), e.appId());
            case AppDeleted e -> {
                reservations.release(Scope.SECRET_VERIFIER, e.appId());
                reservations.release(Scope.HOSTED_APP, e.appId());
            }
            default -> {}
        }
    }

    private void takeEmail(String userId, String email) {
        reservations.take(Scope.USER_EMAIL, Scope.email(email), userId);
    }
}
