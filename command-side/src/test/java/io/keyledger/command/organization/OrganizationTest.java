package io.keyledger.command.organization;

import static io.keyledger.command.value.Refuses.refusesField;
import static io.keyledger.command.value.Refuses.refusesWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.value.Given;
import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.Name;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.organization.OrganizationConfigured;
import io.keyledger.kernel.organization.OrganizationContactChanged;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.organization.OrganizationRenamed;
import io.keyledger.kernel.organization.OwnershipTransferred;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.reference.MetadataChanged;
import io.keyledger.kernel.reference.ReferenceChanged;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationTest {
    private static final OrganizationId ID = new OrganizationId("org0000001");
    private static final OrganizationRegistered REGISTERED =
            new OrganizationRegistered("org0000001", "Acme", "acme", "eu-west-1", "user000001", "ada@example.org");
    private static final Contact NO_CONTACT = new Contact(Given.absent(), Given.absent());
    private static final MembershipId ADA = new MembershipId("member0001");
    private static final MembershipId BOB = new MembershipId("member0002");
    private static final MembershipId CYD = new MembershipId("member0003");
    private static final RoleId ADMIN = new RoleId("role000001");

    private final AggregateTestFixture<Organization> organization = new AggregateTestFixture<>(Organization.class);

    @Test
    void registersAnOrganizationThatBelongsToItsFounder() {
        organization
                .givenNoPriorActivity()
                .when(register(NO_CONTACT, Map.of(), LabelChange.NONE))
                .expectEvents(REGISTERED);
    }

    @Test
    void recordsAllThatIsGivenInTheSameCommit() {
        var contact = new Contact(Given.of("+39 055"), Given.of("help@acme.example"));
        var labels = new LabelChange(Given.of("42"), Given.of("erp"), Given.of(Map.of("tier", "gold")));
        organization
                .givenNoPriorActivity()
                .when(register(contact, Map.of("mfe", Map.of("a", 1)), labels))
                .expectEvents(
                        REGISTERED,
                        new OrganizationContactChanged("org0000001", "+39 055", "help@acme.example"),
                        new OrganizationConfigured("org0000001", Map.of("mfe", Map.of("a", 1))),
                        new ReferenceChanged("organizations", "org0000001", "42", "erp"),
                        new MetadataChanged("organizations", "org0000001", Map.of("tier", "gold")));
    }

    @Test
    void turnsOneRequestIntoOneFactForEachChange() {
        var changes = List.<OrganizationChange>of(
                new RenameOrganization(ID, new Name("Umbrella")),
                new ChangeOrganizationContact(ID, new Contact(Given.absent(), Given.of("a@b.example"))),
                new ConfigureOrganization(ID, Map.of("x", true)),
                new ChangeOrganizationLabels(ID, new LabelChange(Given.absent(), Given.of("erp"), Given.absent())));
        organization
                .given(REGISTERED)
                .when(new ChangeOrganization(ID, changes, ExpectedVersions.of(0)))
                .expectEvents(
                        new OrganizationRenamed("org0000001", "Umbrella"),
                        new OrganizationContactChanged("org0000001", null, "a@b.example"),
                        new OrganizationConfigured("org0000001", Map.of("x", true)),
                        new ReferenceChanged("organizations", "org0000001", null, "erp"));
    }

    @Test
    void recordsNothingWhenNothingChanges() {
        var changes = List.<OrganizationChange>of(
                new RenameOrganization(ID, new Name("Acme")),
                new ChangeOrganizationContact(ID, new Contact(Given.of(null), Given.absent())),
                new ConfigureOrganization(ID, Map.of()));
        organization
                .given(REGISTERED)
                .when(new ChangeOrganization(ID, changes, null))
                .expectNoEvents();
    }

    @Test
    void keepsThePhoneWhenOnlyTheMailChanges() {
        organization
                .given(REGISTERED, new OrganizationContactChanged("org0000001", "1", "a@b.example"))
                .when(new ChangeOrganizationContact(ID, new Contact(Given.absent(), Given.of(null))))
                .expectEvents(new OrganizationContactChanged("org0000001", "1", null));
    }

    @Test
    void refusesAChangeByOneWhoSawAnotherVersion() {
        organization
                .given(REGISTERED, new OrganizationRenamed("org0000001", "Umbrella"))
                .when(new ChangeOrganization(ID, List.of(), ExpectedVersions.of(0)))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    @Test
    void handsItselfOver() {
        organization
                .given(REGISTERED)
                .when(new TransferOwnership(ID, ADA, BOB, ADMIN, null))
                .expectEvents(transferred(ADA, BOB));
    }

    @Test
    void recordsNothingWhenTheOwnerHandsOverToHimself() {
        organization
                .given(REGISTERED)
                .when(new TransferOwnership(ID, ADA, ADA, ADMIN, null))
                .expectNoEvents();
    }

    @Test
    void refusesASecondTransferByTheFormerOwner() {
        organization
                .given(REGISTERED, transferred(ADA, BOB))
                .when(new TransferOwnership(ID, ADA, CYD, ADMIN, null))
                .expectException(refusesWith(ErrorCode.FORBIDDEN));
    }

    @Test
    void letsTheNewOwnerHandOverInTurn() {
        organization
                .given(REGISTERED, transferred(ADA, BOB))
                .when(new TransferOwnership(ID, BOB, CYD, ADMIN, ExpectedVersions.of(1)))
                .expectEvents(transferred(BOB, CYD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EU", "eu west", "-eu", "eu_west"})
    void refusesWhatIsNoRegion(String text) {
        assertThat(catchThrowable(() -> new Region(text))).matches(refusesField("region", "invalid")::matches);
    }

    private static RegisterOrganization register(Contact contact, Map<String, Object> config, LabelChange labels) {
        return new RegisterOrganization(
                ID,
                new Name("Acme"),
                new Slug("acme"),
                Region.DEFAULT,
                new Founder(new UserId("user000001"), new EmailAddress("ada@example.org")),
                contact,
                config,
                labels);
    }

    private static OwnershipTransferred transferred(MembershipId from, MembershipId to) {
        return new OwnershipTransferred("org0000001", from.value(), to.value(), ADMIN.value());
    }
}
