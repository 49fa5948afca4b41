package io.keyledger.command.access;

import static io.keyledger.command.value.Refuses.refusesWith;

import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.value.Given;
import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.access.OrganizationLeft;
import io.keyledger.kernel.access.UserDeleted;
import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.access.UserRenamed;
import io.keyledger.kernel.access.UserTimeZoneChanged;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.reference.MetadataChanged;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class UserTest {
    private static final UserId ID = new UserId("user000001");
    private static final UserRegistered REGISTERED =
            new UserRegistered("user000001", "ada@example.org", "Ada", "Lovelace");

    private final AggregateTestFixture<User> user = new AggregateTestFixture<>(User.class);

    @Test
    void registersAUserUnderALowerCaseAddress() {
        user.givenNoPriorActivity()
                .when(new RegisterUser(ID, new EmailAddress("Ada@Example.org"), "Ada", "Lovelace"))
                .expectEvents(REGISTERED);
    }

    @Test
    void turnsOneRequestIntoOneFactForEachChange() {
        var changes = List.<UserChange>of(
                new RenameUser(ID, Given.of("Augusta"), Given.absent()),
                new ChangeUserEmail(ID, new EmailAddress("augusta@example.org")),
                new ChangeUserTimeZone(ID, "Europe/London"),
                new ChangeUserLabels(ID, new LabelChange(Given.absent(), Given.absent(), Given.of(Map.of("a", 1)))));
        user.given(REGISTERED)
                .when(new ChangeUser(ID, changes, ExpectedVersions.of(0)))
                .expectEvents(
                        new UserRenamed("user000001", "Augusta", "Lovelace"),
                        new UserEmailChanged("user000001", "augusta@example.org"),
                        new UserTimeZoneChanged("user000001", "Europe/London"),
                        new MetadataChanged("users", "user000001", Map.of("a", 1)));
    }

    @Test
    void recordsNothingWhenNothingChanges() {
        var changes = List.<UserChange>of(
                new RenameUser(ID, Given.of("Ada"), Given.of("Lovelace")),
                new ChangeUserEmail(ID, new EmailAddress("ADA@example.org")),
                new ChangeUserTimeZone(ID, null));
        user.given(REGISTERED).when(new ChangeUser(ID, changes, null)).expectNoEvents();
    }

    @Test
    void leavesAnOrganizationAsOftenAsTheyWereAMember() {
        user.given(REGISTERED, new OrganizationLeft("user000001", "org0000001"))
                .when(new LeaveOrganization(ID, new OrganizationId("org0000001")))
                .expectEvents(new OrganizationLeft("user000001", "org0000001"));
    }

    @Test
    void endsOnce() {
        user.given(REGISTERED)
                .when(new DeleteUser(ID, ExpectedVersions.of(0)))
                .expectEvents(new UserDeleted("user000001"))
                .expectMarkedDeleted();
    }

    @Test
    void endsInNoVersionThatWasNotSeen() {
        user.given(REGISTERED, new UserTimeZoneChanged("user000001", "UTC"))
                .when(new DeleteUser(ID, ExpectedVersions.of(0)))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    @Test
    void refusesAChangeByOneWhoSawAnotherVersion() {
        user.given(REGISTERED, new UserTimeZoneChanged("user000001", "UTC"))
                .when(new ChangeUser(ID, List.of(), ExpectedVersions.of(0)))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }
}
