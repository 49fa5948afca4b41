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
import io.keyledger.kernel.access.OrganizationLeft;
import io.keyledger.kernel.access.OwnershipGivenUp;
import io.keyledger.kernel.access.OwnershipGranted;
import io.keyledger.kernel.access.UserDeleted;
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
import io.keyledger.kernel.app.PersonalAppMoved;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.kernel.organization.OrganizationConfigured;
import io.keyledger.kernel.organization.OrganizationContactChanged;
import io.keyledger.kernel.organization.OrganizationEvent;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.organization.OrganizationRenamed;
import io.keyledger.kernel.organization.OwnershipTransferred;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps reservations and quotas in step with the events, in the transaction that records them. */
@Component
@ProcessingGroup(ProcessingGroups.RESERVATIONS)
class ReservationProjector {
    private final Reservations reservations;
    private final QuotaCount quotas;

    ReservationProjector(Reservations reservations, QuotaCount quotas) {
        this.reservations = reservations;
        this.quotas = quotas;
    }

    @EventHandler
    void on(DomainEvent event) {
        quotas.count(event);
        follow(event, reservations::take);
    }

    /** Begins anew, for all events there are. */
    void renew() {
        reservations.renew();
        quotas.clear();
    }

    /** Follows an event of the past: what it took was its own then. */
    void recall(DomainEvent event) {
        quotas.recount(event);
        follow(event, reservations::takeAgain);
    }

    private void follow(DomainEvent event, Taking taking) {
        switch (event) {
            case OrganizationEvent e -> follow(e, taking);
            case UserEvent e -> follow(e, taking);
            case MembershipEvent e -> follow(e, taking);
            case AppEvent e -> follow(e, taking);
            default -> {} // all other events reserve no value
        }
    }

    private static void follow(OrganizationEvent event, Taking taking) {
        switch (event) {
            case OrganizationRegistered e -> taking.take(Scope.ORGANIZATION_SLUG, e.slug(), e.organizationId());
            case OrganizationRenamed _,
                    OrganizationContactChanged _,
                    OrganizationConfigured _,
                    OwnershipTransferred _ -> {}
        }
    }

    private static void follow(UserEvent event, Taking taking) {
        switch (event) {
            case UserDeleted e -> taking.take(Scope.ENDED_USER, e.userId(), e.userId());
            case UserRegistered _, UserEmailChanged _, UserRenamed _, UserTimeZoneChanged _, OrganizationLeft _ -> {}
        }
    }

    private void follow(MembershipEvent event, Taking taking) {
        switch (event) {
            case MemberInvited e ->
                taking.take(Scope.MEMBERSHIP, Scope.invited(e.organizationId(), e.userEmail()), e.membershipId());
            case MembershipActivated e -> {
                requireNotEnded(e.userId());
                taking.take(Scope.MEMBER, Scope.member(e.userId(), e.organizationId()), e.membershipId());
                taking.take(Scope.MEMBERSHIP_OF_USER, Scope.within(e.organizationId(), e.membershipId()), e.userId());
            }
            case MemberRemoved e -> {
                reservations.release(Scope.MEMBERSHIP, e.membershipId());
                reservations.release(Scope.MEMBER, e.membershipId());
                reservations.free(Scope.MEMBERSHIP_OF_USER, Scope.within(e.organizationId(), e.membershipId()));
            }
            case InvitationResent _,
                    MemberRoleAssigned _,
                    AccessScopeChanged _,
                    OwnershipGranted _,
                    OwnershipGivenUp _ -> {}
        }
    }

    /** A user may end on another node while an invitation is accepted here: the transactions come one after the other. */
    private void requireNotEnded(String userId) {
        if (reservations.taken(Scope.ENDED_USER, userId)) {
            throw new RuleViolation(new Refusal(ErrorCode.RECORD_NOT_FOUND, "the user has ended"));
        }
    }

    private void follow(AppEvent event, Taking taking) {
        switch (event) {
            case ClientSecretAdded e -> taking.take(Scope.SECRET_VERIFIER, e.verifier(), e.appId());
            case AppRegistered e
            when e.userId() != null ->
                taking.take(Scope.PERSONAL_APP, Scope.within(e.organizationId(), e.appId()), e.userId());
            case DashboardAppInstalled e ->
                taking.take(Scope.HOSTED_APP, Scope.hosted(e.organizationId(), e.kind(), e.mode()), e.appId());
            case PersonalAppMoved e -> {
                reservations.free(Scope.PERSONAL_APP, Scope.within(e.previous(), e.appId()));
                taking.take(Scope.PERSONAL_APP, Scope.within(e.organizationId(), e.appId()), e.userId());
            }
            case AppDeleted e -> {
                reservations.release(Scope.SECRET_VERIFIER, e.appId());
                reservations.release(Scope.HOSTED_APP, e.appId());
                reservations.free(Scope.PERSONAL_APP, Scope.within(e.organizationId(), e.appId()));
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

    /** Takes a value for its owner. */
    @FunctionalInterface
    private interface Taking {
        void take(Scope scope, String value, String owner);
    }
}
