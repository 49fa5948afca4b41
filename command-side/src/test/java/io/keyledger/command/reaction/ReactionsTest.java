package io.keyledger.command.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.access.AcceptInvitation;
import io.keyledger.command.access.AccessScope;
import io.keyledger.command.access.AssignMemberRole;
import io.keyledger.command.access.DeleteUser;
import io.keyledger.command.access.EndMembership;
import io.keyledger.command.access.InviteMember;
import io.keyledger.command.actor.Actors;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.credentialpolicy.ChangeCredentialPolicy;
import io.keyledger.command.credentialpolicy.PolicyChange;
import io.keyledger.command.organization.TransferOwnership;
import io.keyledger.command.reservation.Reservations;
import io.keyledger.command.schedule.ExpirySchedule;
import io.keyledger.command.secret.SecretGenerator;
import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.value.Given;
import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.MembershipActivated;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.OrganizationLeft;
import io.keyledger.kernel.access.OwnershipGivenUp;
import io.keyledger.kernel.access.OwnershipGranted;
import io.keyledger.kernel.access.RoleDefined;
import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.access.UserDeleted;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.PersonalAppMoved;
import io.keyledger.kernel.expiry.NoticeDays;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refused;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@SuppressWarnings("NullAway.Init") // filled before each test
class ReactionsTest {
    private static final MembershipId BOB = new MembershipId("member0bob");

    @TempDir
    Path directory;

    private ConfigurableApplicationContext ledger;
    private Commands commands;

    @BeforeEach
    void start() {
        ledger = CommandSide.start(directory);
        commands = ledger.getBean(Commands.class);
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void givesANewOrganizationItsRolesItsOwnerAndItsApps() {
        var organization = only(OrganizationRegistered.class);
        assertThat(payloads(RoleDefined.class)).extracting(RoleDefined::kind).containsExactly("admin", "read_only");
        var membership = only(MemberInvited.class);
        assertThat(membership.owner()).isTrue();
        assertThat(membership.roleId()).isEqualTo(admin().value());
        assertThat(membership.userEmail()).isEqualTo(organization.ownerEmail());
        assertThat(only(MembershipActivated.class).userId()).isEqualTo(organization.ownerUserId());
        var apps = payloads(AppRegistered.class).stream()
                .filter(app -> app.kind().equals("resources"))
                .toList();
        assertThat(apps).extracting(AppRegistered::mode).containsExactly("test", "live");
        assertThat(apps).extracting(AppRegistered::roleId).containsOnly(admin().value());
        assertThat(apps).extracting(AppRegistered::organizationId).containsOnly(organization.organizationId());
    }

    @Test
    void movesTheOwnershipInTheCommitOfTheTransfer() {
        invite();
        commands.send(acceptance("hash"), Actors.system());
        commands.send(new AssignMemberRole(BOB, new RoleInOrganization(admin(), organization())), Actors.system());
        commands.send(transfer(), Actors.system());
        assertThat(only(OwnershipGivenUp.class).membershipId()).isEqualTo(owner().value());
        assertThat(only(OwnershipGranted.class).membershipId()).isEqualTo(BOB.value());
    }

    @Test
    void recordsWithTheUserThatTheyLeft() {
        invite();
        commands.send(acceptance("hash"), Actors.system());
        commands.send(new EndMembership(BOB, null), Actors.system());
        var removed = only(MemberRemoved.class);
        assertThat(only(OrganizationLeft.class))
                .isEqualTo(new OrganizationLeft("user000bob", removed.organizationId()));
    }

    @Test
    void movesThePersonalAppWithItsUser() {
        invite();
        commands.send(acceptance("hash"), Actors.system());
        commands.send(new EndMembership(BOB, null), Actors.system());
        var moved = only(PersonalAppMoved.class);
        assertThat(moved.previous()).isEqualTo(organization().value());
        assertThat(moved.organizationId()).isEqualTo("user000bob");
        assertThat(moved.clientId()).isEqualTo("client-bob");

        invite(new MembershipId("member1bob"));
        commands.send(
                new AcceptInvitation(
                        new MembershipId("member1bob"), organization(), new UserId("user000bob"), Set.of("hash"), null),
                Actors.system());
        assertThat(payloads(PersonalAppMoved.class).getLast().organizationId())
                .isEqualTo(organization().value());
        commands.send(new DeleteUser(new UserId("user000bob"), null), Actors.system());
        assertThat(only(AppDeleted.class).organizationId())
                .isEqualTo(organization().value());
        assertThat(ledger.getBean(Reservations.class).personalApps("user000bob"))
                .isEmpty();
    }

    @Test
    void endsAPendingMembershipThatIsNobodysYet() {
        invite();
        commands.send(new EndMembership(BOB, null), Actors.system());
        assertThat(only(MemberRemoved.class).membershipId()).isEqualTo(BOB.value());
        assertThat(payloads(OrganizationLeft.class)).isEmpty();
    }

    @Test
    void removesNobodyInAVersionThatWasNotSeen() {
        invite();
        commands.send(acceptance("hash"), Actors.system());
        var before = CommandSide.events(ledger).size();
        assertThatThrownBy(() -> commands.send(new EndMembership(BOB, ExpectedVersions.of(0)), Actors.system()))
                .isInstanceOf(Refused.class);
        assertThat(CommandSide.events(ledger)).hasSize(before);
    }

    @Test
    void transfersNothingWhenTheNewOwnerIsNotActive() {
        invite();
        var before = CommandSide.events(ledger).size();
        assertThatThrownBy(() -> commands.send(transfer(), Actors.system())).isInstanceOf(Refused.class);
        assertThat(CommandSide.events(ledger)).hasSize(before);
    }

    @Test
    void transfersNothingWhenTheNewOwnerIsNoAdmin() {
        invite();
        commands.send(acceptance("hash"), Actors.system());
        var before = CommandSide.events(ledger).size();
        assertThatThrownBy(() -> commands.send(transfer(), Actors.system())).isInstanceOf(Refused.class);
        assertThat(CommandSide.events(ledger)).hasSize(before);
    }

    @Test
    void makesAUserAndHisAppOfAnInvitedPersonWithTheCode() {
        invite();
        commands.send(acceptance("hash"), Actors.system());
        assertThat(payloads(UserRegistered.class))
                .extracting(UserRegistered::email)
                .contains("bob@example.org");
        assertThat(payloads(MembershipActivated.class))
                .extracting(MembershipActivated::userId)
                .contains("user000bob");
        assertThat(payloads(AppRegistered.class)).anySatisfy(app -> {
            assertThat(app.userId()).isEqualTo("user000bob");
            assertThat(app.clientId()).isEqualTo("client-bob");
        });
    }

    @Test
    void endsAppAndMembershipsWithTheirUser() {
        invite();
        commands.send(acceptance("hash"), Actors.system());
        commands.send(new DeleteUser(new UserId("user000bob"), null), Actors.operator());

        assertThat(only(UserDeleted.class).userId()).isEqualTo("user000bob");
        assertThat(only(MemberRemoved.class).membershipId()).isEqualTo(BOB.value());
        var app = payloads(AppRegistered.class).stream()
                .filter(each -> "user000bob".equals(each.userId()))
                .toList();
        assertThat(only(AppDeleted.class).appId()).isEqualTo(app.getFirst().appId());
        assertThat(CommandSide.events(ledger)).allSatisfy(event -> {
            if (event.getPayload() instanceof MemberRemoved || event.getPayload() instanceof AppDeleted) {
                assertThat(event.getMetaData().get(MetaKey.ORGANIZATION_ID))
                        .isEqualTo(organization().value());
                assertThat(event.getMetaData().get(MetaKey.ACTOR_KIND)).isEqualTo("operator");
            }
        });
    }

    @Test
    void keepsAnOwnerWithAppAndMembership() {
        var owner = new UserId(only(OrganizationRegistered.class).ownerUserId());
        var before = CommandSide.events(ledger).size();

        assertThatThrownBy(() -> commands.send(new DeleteUser(owner, null), Actors.operator()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.refusals().getFirst().code()).isEqualTo(ErrorCode.LOCKED));
        assertThat(CommandSide.events(ledger)).hasSize(before);
    }

    @Test
    void admitsAUserWhoIsOneAlready() {
        invite();
        var owner = new UserId(only(OrganizationRegistered.class).ownerUserId());
        var mine = new AcceptInvitation(BOB, organization(), owner, Set.of("hash"), null);
        var before = CommandSide.events(ledger).size();

        assertThatThrownBy(() -> commands.send(mine, Actors.system()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.refusals().getFirst().code()).isEqualTo(ErrorCode.ALREADY_MEMBER));
        assertThat(CommandSide.events(ledger)).hasSize(before);
        commands.send(
                new AcceptInvitation(BOB, organization(), new UserId("user000ann"), Set.of("hash"), null),
                Actors.system());
        assertThat(payloads(MembershipActivated.class).getLast().userId()).isEqualTo("user000ann");
        assertThat(payloads(UserRegistered.class)).hasSize(1);
    }

    @Test
    void makesNothingForAWrongCode() {
        invite();
        var before = CommandSide.events(ledger).size();
        assertThatThrownBy(() -> commands.send(acceptance("other"), Actors.system()))
                .isInstanceOf(Refused.class);
        assertThat(CommandSide.events(ledger)).hasSize(before);
    }

    @Test
    void givesNoticesWhenThePolicySaysFromTheCommitOfTheChangeOn() {
        var schedule = ledger.getBean(ExpirySchedule.class);
        var longBefore =
                Instant.now().atZone(ZoneOffset.UTC).plusYears(3).minusDays(100).toInstant();
        assertThat(schedule.due(longBefore, 10)).isEmpty();
        commands.send(new ChangeCredentialPolicy(organization(), notices(365), null), Actors.system());
        assertThat(schedule.due(longBefore, 10)).hasSize(3);
    }

    private static PolicyChange notices(int days) {
        return new PolicyChange(
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.of(new NoticeDays(List.of(days))),
                Given.absent(),
                Given.absent());
    }

    private AcceptInvitation acceptance(String verifier) {
        var secret = ledger.getBean(SecretGenerator.class).create("live").hashed();
        return new AcceptInvitation(
                BOB,
                organization(),
                new UserId("user000bob"),
                Set.of(verifier),
                new AcceptInvitation.Newcomer(new EmailAddress("bob@example.org"), "client-bob", secret));
    }

    private void invite() {
        invite(BOB);
    }

    private void invite(MembershipId membership) {
        commands.send(
                new InviteMember(
                        membership,
                        organization(),
                        new EmailAddress("bob@example.org"),
                        new RoleInOrganization(readOnly(), organization()),
                        AccessScope.LIVE_ACCESS,
                        "hash",
                        LabelChange.NONE),
                Actors.system());
    }

    private TransferOwnership transfer() {
        return new TransferOwnership(organization(), owner(), BOB, admin(), null);
    }

    private OrganizationId organization() {
        return new OrganizationId(only(OrganizationRegistered.class).organizationId());
    }

    private MembershipId owner() {
        return new MembershipId(payloads(MemberInvited.class).getFirst().membershipId());
    }

    private RoleId admin() {
        return new RoleId(payloads(RoleDefined.class).getFirst().roleId());
    }

    private RoleId readOnly() {
        return new RoleId(payloads(RoleDefined.class).getLast().roleId());
    }

    private <T> T only(Class<T> type) {
        assertThat(payloads(type)).hasSize(1);
        return payloads(type).getFirst();
    }

    private <T> List<T> payloads(Class<T> type) {
        return CommandSide.events(ledger).stream()
                .map(Message::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
