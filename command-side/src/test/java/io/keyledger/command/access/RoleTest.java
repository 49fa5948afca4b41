package io.keyledger.command.access;

import static io.keyledger.command.value.Refuses.refusesField;
import static io.keyledger.command.value.Refuses.refusesWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keyledger.command.value.Given;
import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.Name;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.access.PermissionChanged;
import io.keyledger.kernel.access.PermissionGranted;
import io.keyledger.kernel.access.PermissionId;
import io.keyledger.kernel.access.RoleDefined;
import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.access.RoleRenamed;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.reference.MetadataChanged;
import io.keyledger.kernel.reference.ReferenceChanged;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {
    private static final RoleId ID = new RoleId("role000001");
    private static final PermissionId PERMISSION = new PermissionId("permit0001");
    private static final RoleDefined DEFINED = new RoleDefined("role000001", "org0000001", "Clerk", "custom");
    private static final PermissionGranted GRANTED =
            new PermissionGranted("role000001", "permit0001", "org0000001", "orders", false, true, false, false);

    private final AggregateTestFixture<Role> role = new AggregateTestFixture<>(Role.class);

    @Test
    void definesARole() {
        role.givenNoPriorActivity()
                .when(new DefineRole(
                        ID,
                        new OrganizationId("org0000001"),
                        new Name("Clerk"),
                        RoleKind.CUSTOM,
                        new LabelChange(Given.of("1"), Given.absent(), Given.absent())))
                .expectEvents(DEFINED, new ReferenceChanged("roles", "role000001", "1", null));
    }

    @Test
    void renamesARole() {
        role.given(DEFINED)
                .when(new RenameRole(ID, new Name("Cashier")))
                .expectEvents(new RoleRenamed("role000001", "Cashier"));
    }

    @Test
    void recordsNothingWhenNothingChanges() {
        var changes = List.<RoleChange>of(
                new RenameRole(ID, new Name("Clerk")),
                new AddMissingBasePermissions(ID, List.of(permission("permit0002", "orders"))),
                new ChangeRoleLabels(ID, LabelChange.NONE));
        role.given(DEFINED, GRANTED).when(new ChangeRole(ID, changes, null)).expectNoEvents();
    }

    @Test
    void grantsAPermission() {
        role.given(DEFINED)
                .when(grant(permission("permit0001", "orders", Operation.READ)))
                .expectEvents(GRANTED, new MetadataChanged("permissions", "permit0001", Map.of("a", 1)));
    }

    @Test
    void recordsARetriedPermissionOnce() {
        role.given(DEFINED, GRANTED)
                .when(grant(permission("permit0001", "orders", Operation.READ)))
                .expectNoEvents();
    }

    @Test
    void refusesASecondPermissionOnTheSameSubject() {
        role.given(DEFINED, GRANTED)
                .when(grant(permission("permit0002", "orders", Operation.READ)))
                .expectException(refusesField("subject", "taken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "read_only"})
    void refusesPermissionsForABuiltInRole(String kind) {
        var builtIn = new RoleDefined("role000001", "org0000001", "Built in", kind);
        role.given(builtIn)
                .when(grant(permission("permit0001", "orders", Operation.READ)))
                .expectException(refusesField("role", "invalid"));
        new AggregateTestFixture<>(Role.class)
                .given(builtIn)
                .when(new AddMissingBasePermissions(ID, List.of(permission("permit0001", "orders"))))
                .expectException(refusesField("_add_missing_base_permissions", "invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "read_only"})
    void keepsNameAndLabelsOfABuiltInRole(String kind) {
        var builtIn = new RoleDefined("role000001", "org0000001", "Built in", kind);
        role.given(builtIn)
                .when(new RenameRole(ID, new Name("Other")))
                .expectException(refusesField("name", "invalid"));
        new AggregateTestFixture<>(Role.class)
                .given(builtIn)
                .when(new ChangeRoleLabels(ID, new LabelChange(Given.of("1"), Given.absent(), Given.absent())))
                .expectException(refusesField("reference", "invalid"));
    }

    @Test
    void refusesAPermissionOverTheMost() {
        var granted = IntStream.range(0, Role.MOST_PERMISSIONS)
                .mapToObj(i -> new PermissionGranted(
                        "role000001", "other" + i, "org0000001", "subject" + i, false, true, false, false));
        role.given(Stream.concat(Stream.of(DEFINED), granted).toList())
                .when(grant(permission("permit0001", "orders", Operation.READ)))
                .expectException(refusesWith(ErrorCode.QUOTA_EXCEEDED));
    }

    @Test
    void changesWhatIsMentionedAndKeepsTheRest() {
        role.given(DEFINED, GRANTED)
                .when(change(Map.of(Operation.CREATE, true, Operation.UPDATE, false), ExpectedVersions.of(1)))
                .expectEvents(new PermissionChanged("role000001", "permit0001", true, true, false, false));
    }

    @Test
    void recordsNothingWhenAPermissionIsAsItShouldBe() {
        role.given(DEFINED, GRANTED)
                .when(change(Map.of(Operation.READ, true), null))
                .expectNoEvents();
    }

    @Test
    void refusesToChangeAPermissionItHasNot() {
        role.given(DEFINED)
                .when(change(Map.of(Operation.READ, true), null))
                .expectException(refusesWith(ErrorCode.RECORD_NOT_FOUND));
    }

    @Test
    void keepsTheVersionOfAPermissionWhenAnotherOneChanges() {
        var other = new PermissionGranted("role000001", "permit0002", "org0000001", "skus", true, true, true, true);
        role.given(DEFINED, GRANTED, other, new RoleRenamed("role000001", "Cashier"))
                .when(change(Map.of(Operation.READ, false), ExpectedVersions.of(1)))
                .expectEvents(new PermissionChanged("role000001", "permit0001", false, false, false, false));
    }

    @Test
    void refusesAChangeOfAPermissionByOneWhoSawAnotherVersion() {
        role.given(DEFINED, GRANTED, new MetadataChanged("permissions", "permit0001", Map.of("a", 1)))
                .when(change(Map.of(Operation.READ, false), ExpectedVersions.of(1)))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    @Test
    void keepsItsOwnVersionWhenAPermissionChanges() {
        role.given(DEFINED, GRANTED)
                .when(new ChangeRole(ID, List.of(new RenameRole(ID, new Name("Cashier"))), ExpectedVersions.of(0)))
                .expectEvents(new RoleRenamed("role000001", "Cashier"));
    }

    @Test
    void refusesAChangeByOneWhoSawAnotherVersion() {
        role.given(DEFINED, new RoleRenamed("role000001", "Cashier"))
                .when(new ChangeRole(ID, List.of(), ExpectedVersions.of(0)))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    @Test
    void addsBasePermissionsThatAllowNothingYet() {
        role.given(DEFINED, GRANTED)
                .when(new AddMissingBasePermissions(
                        ID, List.of(permission("permit0002", "orders"), permission("permit0003", "skus"))))
                .expectEvents(new PermissionGranted(
                        "role000001", "permit0003", "org0000001", "skus", false, false, false, false));
    }

    @Test
    void hasATableOfDistinctBaseSubjects() {
        var base = new BaseSubjects(new Randomness()).permissions();
        assertThat(base)
                .extracting(NewPermission::subject)
                .doesNotHaveDuplicates()
                .contains(
                        new PermissionSubject("api_credentials"),
                        new PermissionSubject("orders"),
                        new PermissionSubject("webhooks"));
        assertThat(base).extracting(NewPermission::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Orders", "1orders", "_orders", "or-ders", "o$", "a.b"})
    void refusesWhatIsNoSubject(String text) {
        assertThat(catchThrowable(() -> new PermissionSubject(text)))
                .matches(refusesField("subject", "invalid")::matches);
    }

    private static NewPermission permission(String id, String subject, Operation... allowed) {
        return new NewPermission(new PermissionId(id), new PermissionSubject(subject), Set.of(allowed));
    }

    private static GrantPermission grant(NewPermission permission) {
        return new GrantPermission(
                ID, permission, new LabelChange(Given.absent(), Given.absent(), Given.of(Map.of("a", 1))));
    }

    private static ChangePermission change(
            Map<Operation, Boolean> allowed, @Nullable ExpectedVersions expectedVersion) {
        return new ChangePermission(ID, PERMISSION, allowed, LabelChange.NONE, expectedVersion);
    }
}
