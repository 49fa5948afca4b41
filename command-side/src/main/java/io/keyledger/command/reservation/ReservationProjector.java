package io.keyledger.command.reservation;

import io.keyledger.command.bus.ProcessingGroups;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.AccessScopeChanged;
import io.keyledger.kernel.access.InvitationResent;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.MemberRoleAssigned;
import io.keyledger.kernel.access.MembershipActivated;
import io.keyledger.kernel.access.MembershipEvent;
import io.keyledger.kernel.access.OwnershipGivenUp;
import io.keyledger.kernel.access.OwnershipGranted;
import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserEvent;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.access.UserRenamed;
import io.keyledger.kernel.access.UserTimeZoneChanged;
import io.keyledger.kernel.app.AppAttributeEvent;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.CertificateEvent;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretEvent;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.kernel.organization.OrganizationConfigured;
import io.keyledger.kernel.organization.OrganizationContactChanged;
import io.keyledger.kernel.organization.OrganizationEvent;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.organization.OrganizationRenamed;
import io.keyledger.kernel.organization.OwnershipTransferred;
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
            case OrganizationEvent e -> take(e);
            case UserEvent e -> take(e);
            case MembershipEvent e -> take(e);
            case AppEvent e -> take(e);
            default -> {} // all other events reserve no value
        }
    }

    private void take(OrganizationEvent event) {
        switch (event) {
            case OrganizationRegistered e -> reservations.take(Scope.ORGANIZATION_SLUG, e.slug(), e.organizationId());
            case OrganizationRenamed _,
                    OrganizationContactChanged _,
                    OrganizationConfigured _,
                    OwnershipTransferred _ -> {}
        }
    }

    private void take(UserEvent event) {
        switch (event) {
            case UserRegistered e -> takeEmail(e.userId(), e.email());
            case UserEmailChanged e -> {
                reservations.release(Scope.USER_EMAIL, e.userId());
                takeEmail(e.userId(), e.email());
            }
            case UserRenamed _, UserTimeZoneChanged _ -> {}
        }
    }

    private void take(MembershipEvent event) {
        switch (event) {
            case MemberInvited e ->
                reservations.take(Scope.MEMBERSHIP, Scope.member(e.organizationId(), e.userEmail()), e.membershipId());
            case MemberRemoved e -> reservations.release(Scope.MEMBERSHIP, e.membershipId());
            case InvitationResent _,
                    MembershipActivated _,
                    MemberRoleAssigned _,
                    AccessScopeChanged _,
                    OwnershipGranted _,
                    OwnershipGivenUp _ -> {}
        }
    }

    private void take(AppEvent event) {
        switch (event) {
            case ClientSecretAdded e -> reservations.take(Scope.SECRET_VERIFIER, e.verifier(), e.appId());
            case DashboardAppInstalled e ->
                reservations.take(Scope.HOSTED_APP, Scope.hosted(e.organizationId(), e.kind(), e.mode()), e.appId());
            case AppDeleted e -> {
                reservations.release(Scope.SECRET_VERIFIER, e.appId());
                reservations.release(Scope.HOSTED_APP, e.appId());
            }
            case AppRegistered _,
                    DashboardAppForked _,
                    AppAttributeEvent _,
                    ClientSecretEvent _,
                    CertificateEvent _,
                    ExpiryNoticeGiven _,
                    TokensRevoked _ -> {}
        }
    }

    private void takeEmail(String userId, String email) {
        reservations.take(Scope.USER_EMAIL, Scope.email(email), userId);
    }
}
