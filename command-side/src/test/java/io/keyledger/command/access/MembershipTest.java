package io.keyledger.command.access;

import static io.keyledger.command.value.Refuses.refusesField;
import static io.keyledger.command.value.Refuses.refusesWith;

import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.value.Given;
import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.AccessScopeChanged;
import io.keyledger.kernel.access.InvitationResent;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.MemberRoleAssigned;
import io.keyledger.kernel.access.MembershipActivated;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.OwnershipGivenUp;
import io.keyledger.kernel.access.OwnershipGranted;
import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.reference.ReferenceChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private static final MembershipId ID = new MembershipId("member0001");
    private static final UserId USER = new UserId("user000001");
    private static final OrganizationId ORGANIZATION = new OrganizationId("org0000001");
    private static final RoleInOrganization CLERK = new RoleInOrganization(new RoleId("role000001"), ORGANIZATION);
    private static final InviterRights RIGHTS = (kind, id, organization, role) -> !"demoted".equals(id);
    private static final RoleId ADMIN = new RoleId("role000002");
    private static final RoleInOrganization FOREIGN =
            new RoleInOrganization(new RoleId("role000003"), new OrganizationId("org0000002"));
    private static final MembershipActivated ACTIVATED =
            new MembershipActivated("member0001", "org0000001", "user000001");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final AggregateTestFixture<Membership> membership = new AggregateTestFixture<>(Membership.class);

    @BeforeEach
    void stopTheClock() {
        membership.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        membership.registerInjectableResource(RIGHTS);
    }

    @Test
    void makesTheFounderTheOwnerAtOnce() {
        membership
                .givenNoPriorActivity()
                .when(new FoundMembership(ID, ORGANIZATION, USER, new EmailAddress("bob@example.org"), CLERK))
                .expectEvents(
                        new MemberInvited(
                                "member0001", "org0000001", "bob@example.org", "role000001", "all_access", true, null),
                        ACTIVATED);
    }

    @Test
    void leavesAnInvitedMembershipPending() {
        membership.givenNoPriorActivity().when(invite(CLERK)).expectEvents(invited("hash", false));
    }

    @Test
    void refusesTheRoleOfAnotherOrganization() {
        membership.givenNoPriorActivity().when(invite(FOREIGN)).expectException(refusesField("role", "invalid"));
    }

    @Test
    void letsInWhoShowsTheCode() {
        membership
                .given(invited("hash", false))
                .when(new ActivateMembership(ID, USER, Set.of("other", "hash")))
                .expectEvents(ACTIVATED);
    }

    @Test
    void refusesAWrongCode() {
        membership
                .given(invited("hash", false))
                .when(new ActivateMembership(ID, USER, Set.of("other")))
                .expectException(refusesWith(ErrorCode.RECORD_NOT_FOUND));
    }

    @Test
    void refusesACodeOfOneWhoHoldsTheRightsNoMore() {
        membership
                .given(by("demoted", invited("hash", false)))
                .when(new ActivateMembership(ID, USER, Set.of("hash")))
                .expectException(refusesWith(ErrorCode.RECORD_NOT_FOUND));
    }

    @Test
    void letsInByACodeThatOneWithTheRightsSentSince() {
        membership
                .given(
                        by("demoted", invited("hash", false)),
                        by("promoted", new InvitationResent("member0001", "newer")))
                .when(new ActivateMembership(ID, USER, Set.of("newer")))
                .expectEvents(ACTIVATED);
    }

    @Test
    void takesACodeOnce() {
        membership
                .given(invited("hash", false), ACTIVATED)
                .when(new ActivateMembership(ID, USER, Set.of("hash")))
                .expectException(refusesWith(ErrorCode.RECORD_NOT_FOUND));
    }

    @Test
    void refusesACodeThatWasReplaced() {
        membership
                .given(invited("hash", false), new InvitationResent("member0001", "newer"))
                .when(new ActivateMembership(ID, USER, Set.of("hash")))
                .expectException(refusesWith(ErrorCode.RECORD_NOT_FOUND));
    }

    @Test
    void refusesACodeForTheRoleOfBefore() {
        membership
                .given(invited("hash", false), new MemberRoleAssigned("member0001", "role000002"))
                .when(new ActivateMembership(ID, USER, Set.of("hash")))
                .expectException(refusesWith(ErrorCode.RECORD_NOT_FOUND));
    }

    @Test
    void refusesACodeForTheAccessScopeOfBefore() {
        membership
                .given(invited("hash", false), new AccessScopeChanged("member0001", "all_access"))
                .when(new ActivateMembership(ID, USER, Set.of("hash")))
                .expectException(refusesWith(ErrorCode.RECORD_NOT_FOUND));
    }

    @Test
    void letsInByTheCodeThatWasSentForTheNewRole() {
        membership
                .given(
                        invited("hash", false),
                        new MemberRoleAssigned("member0001", "role000002"),
                        new InvitationResent("member0001", "newer"))
                .when(new ActivateMembership(ID, USER, Set.of("newer")))
                .expectEvents(ACTIVATED);
    }

    @Test
    void takesACodeForSevenDays() {
        membership
                .givenCurrentTime(NOW.minus(Duration.ofDays(7)).plusSeconds(1))
                .andGiven(invited("hash", false))
                .when(new ActivateMembership(ID, USER, Set.of("hash")))
                .expectEvents(ACTIVATED);
    }

    @Test
    void refusesACodeAfterSevenDays() {
        membership
                .givenCurrentTime(NOW.minus(Duration.ofDays(7)))
                .andGiven(invited("hash", false))
                .when(new ActivateMembership(ID, USER, Set.of("hash")))
                .expectException(refusesWith(ErrorCode.RECORD_NOT_FOUND));
    }

    @Test
    void sendsAnInvitationAgain() {
        membership
                .given(invited("hash", false))
                .when(new ResendInvitation(ID, "newer"))
                .expectEvents(new InvitationResent("member0001", "newer"));
    }

    @Test
    void refusesToInviteAnActiveMemberAgain() {
        membership
                .given(invited("hash", false), ACTIVATED)
                .when(new ResendInvitation(ID, "newer"))
                .expectException(refusesField("status", "invalid"));
    }

    @Test
    void turnsOneRequestIntoOneFactForEachChange() {
        var changes = List.<MembershipChange>of(
                new AssignMemberRole(ID, new RoleInOrganization(ADMIN, ORGANIZATION)),
                new ChangeAccessScope(ID, AccessScope.ALL_ACCESS),
                new ChangeMembershipLabels(ID, new LabelChange(Given.of("1"), Given.absent(), Given.absent())));
        membership
                .given(invited(null, false), ACTIVATED)
                .when(new ChangeMembership(ID, changes, ExpectedVersions.of(1)))
                .expectEvents(
                        new MemberRoleAssigned("member0001", "role000002"),
                        new AccessScopeChanged("member0001", "all_access"),
                        new ReferenceChanged("memberships", "member0001", "1", null));
    }

    @Test
    void recordsNothingWhenNothingChanges() {
        var changes = List.<MembershipChange>of(
                new AssignMemberRole(ID, CLERK), new ChangeAccessScope(ID, AccessScope.LIVE_ACCESS));
        membership
                .given(invited(null, true), ACTIVATED)
                .when(new ChangeMembership(ID, changes, null))
                .expectNoEvents();
    }

    @Test
    void refusesAChangeByOneWhoSawAnotherVersion() {
        membership
                .given(invited(null, false), ACTIVATED)
                .when(new ChangeMembership(ID, List.of(), ExpectedVersions.of(0)))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    @Test
    void refusesAForeignRoleForAMember() {
        membership
                .given(invited(null, false), ACTIVATED)
                .when(new AssignMemberRole(ID, FOREIGN))
                .expectException(refusesField("role", "invalid"));
    }

    @Test
    void keepsTheOwnerAnAdmin() {
        membership
                .given(invited(null, true), ACTIVATED)
                .when(new AssignMemberRole(ID, new RoleInOrganization(new RoleId("role000009"), ORGANIZATION)))
                .expectException(refusesField("role", "invalid"));
    }

    @Test
    void makesAnAdminTheOwner() {
        membership
                .given(invited(null, false), ACTIVATED, new MemberRoleAssigned("member0001", "role000002"))
                .when(new GrantOwnership(ID, ADMIN))
                .expectEvents(new OwnershipGranted("member0001", "org0000001"));
    }

    @Test
    void makesNobodyTheOwnerWhoIsNoAdminYet() {
        membership
                .given(invited(null, false), ACTIVATED)
                .when(new GrantOwnership(ID, ADMIN))
                .expectException(refusesField("new_owner_email", "invalid"));
    }

    @Test
    void grantsOwnershipOnce() {
        membership
                .given(invited(null, true), ACTIVATED)
                .when(new GrantOwnership(ID, ADMIN))
                .expectNoEvents();
    }

    @Test
    void refusesToMakeAPendingMemberTheOwner() {
        membership
                .given(invited("hash", false))
                .when(new GrantOwnership(ID, ADMIN))
                .expectException(refusesField("new_owner_email", "invalid"));
    }

    @Test
    void givesUpOwnership() {
        membership
                .given(invited(null, true), ACTIVATED)
                .when(new GiveUpOwnership(ID))
                .expectEvents(new OwnershipGivenUp("member0001", "org0000001"));
    }

    @Test
    void refusesToGiveUpWhatItHasNot() {
        membership
                .given(invited(null, true), ACTIVATED, new OwnershipGivenUp("member0001", "org0000001"))
                .when(new GiveUpOwnership(ID))
                .expectException(refusesWith(ErrorCode.FORBIDDEN));
    }

    @Test
    void endsAMembership() {
        membership
                .given(invited(null, false), ACTIVATED)
                .when(new RemoveMember(ID, USER, ExpectedVersions.of(1)))
                .expectEvents(new MemberRemoved("member0001", "org0000001"))
                .expectMarkedDeleted();
    }

    @Test
    void refusesToRemoveAVersionNotSeen() {
        membership
                .given(invited(null, false), ACTIVATED)
                .when(new RemoveMember(ID, USER, ExpectedVersions.of(0)))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    @Test
    void keepsTheOwnerUntilHeHandsOver() {
        membership
                .given(invited(null, true), ACTIVATED)
                .when(new RemoveMember(ID, USER, null))
                .expectException(refusesWith(ErrorCode.LOCKED));
    }

    @Test
    void losesARaceAgainstTheAcceptance() {
        membership
                .given(invited(null, false), ACTIVATED)
                .when(new RemoveMember(ID, null, null))
                .expectException(ConcurrencyException.class)
                .expectNoEvents();
        membership
                .given(invited("hash", false))
                .when(new RemoveMember(ID, null, null))
                .expectEvents(new MemberRemoved("member0001", "org0000001"));
    }

    @Test
    void letsAFormerOwnerGo() {
        membership
                .given(invited(null, true), ACTIVATED, new OwnershipGivenUp("member0001", "org0000001"))
                .when(new RemoveMember(ID, USER, null))
                .expectEvents(new MemberRemoved("member0001", "org0000001"));
    }

    private static EventMessage<?> by(String user, Object event) {
        return GenericEventMessage.asEventMessage(event)
                .andMetaData(Map.of(MetaKey.ACTOR_KIND, "user", MetaKey.ACTOR_ID, user));
    }

    private static InviteMember invite(RoleInOrganization role) {
        return new InviteMember(
                ID,
                ORGANIZATION,
                new EmailAddress("bob@example.org"),
                role,
                AccessScope.LIVE_ACCESS,
                "hash",
                LabelChange.NONE);
    }

    private static MemberInvited invited(@Nullable String verifier, boolean owner) {
        return new MemberInvited(
                "member0001", "org0000001", "bob@example.org", "role000001", "live_access", owner, verifier);
    }
}
