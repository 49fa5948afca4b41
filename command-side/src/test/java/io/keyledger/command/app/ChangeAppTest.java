package io.keyledger.command.app;

import static io.keyledger.command.app.AppFixtures.APP;
import static io.keyledger.command.app.AppFixtures.FOREIGN_ROLE;
import static io.keyledger.command.app.AppFixtures.NOW;
import static io.keyledger.command.app.AppFixtures.OTHER_ROLE;
import static io.keyledger.command.app.AppFixtures.ROLE;
import static io.keyledger.command.app.AppFixtures.URI;
import static io.keyledger.command.app.AppFixtures.firstSecret;
import static io.keyledger.command.app.AppFixtures.fixture;
import static io.keyledger.command.app.AppFixtures.forked;
import static io.keyledger.command.app.AppFixtures.integration;
import static io.keyledger.command.app.AppFixtures.registered;
import static io.keyledger.command.value.Refuses.refusesField;
import static io.keyledger.command.value.Refuses.refusesFields;
import static io.keyledger.command.value.Refuses.refusesWith;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.value.Given;
import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.Name;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.RedirectUrisChanged;
import io.keyledger.kernel.app.RoleAssigned;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.reference.MetadataChanged;
import io.keyledger.kernel.reference.ReferenceChanged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeAppTest {
    @Test
    void renamesAnApp() {
        fixture()
                .given(integration())
                .when(change(new RenameApp(APP, new Name("Store"))))
                .expectEvents(renamed());
    }

    @Test
    void recordsNothingWhenNothingChanges() {
        var same = List.<AppChange>of(
                new RenameApp(APP, new Name("Shop")),
                new ChangeTokenLifetime(APP, new TokenLifetime(7200)),
                new ChangeRedirectUri(APP, null),
                new AssignRole(APP, ROLE, Representation.COMPACT),
                new ChangeAppLabels(APP, new LabelChange(Given.of(null), Given.absent(), Given.of(Map.of()))));
        fixture().given(integration()).when(new ChangeApp(APP, same, null)).expectNoEvents();
    }

    @Test
    void turnsOneRequestIntoOneFactForEachChange() {
        var changes = List.<AppChange>of(
                new RenameApp(APP, new Name("Store")),
                new ChangeTokenLifetime(APP, new TokenLifetime(9000)),
                new ChangeRedirectUri(APP, URI),
                new AssignRole(APP, OTHER_ROLE, Representation.COMPACT),
                new ChangeAppLabels(APP, new LabelChange(Given.of("42"), Given.absent(), Given.absent())));
        fixture()
                .given(integration())
                .when(new ChangeApp(APP, changes, ExpectedVersions.of(0)))
                .expectEvents(
                        renamed(),
                        new TokenLifetimeChanged("app0000001", 7200, 9000),
                        new RedirectUrisChanged("app0000001", List.of(URI.value())),
                        new RoleAssigned("app0000001", "role000002"),
                        new ReferenceChanged("api_credentials", "app0000001", "42", null));
    }

    @Test
    void changesAllOrNothingAndTellsEveryReason() {
        var changes = List.<AppChange>of(
                new RenameApp(APP, new Name("Store")),
                new ChangeRedirectUri(APP, null),
                new AssignRole(APP, ROLE, Representation.COMPACT));
        fixture()
                .given(registered("webapp", 7200, URI.value(), null))
                .when(new ChangeApp(APP, changes, null))
                .expectNoEvents()
                .expectException(refusesFields("redirect_uri blank", "role present"));
    }

    @Test
    void isAboutOneAppAtATime() {
        var other = new RenameApp(new AppId("app0000002"), new Name("Store"));
        assertThatThrownBy(() -> new ChangeApp(APP, List.of(other), null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void returnsToTheTokenLifetimeOfTheKind() {
        fixture()
                .given(registered("sales_channel", 7200, null, null))
                .when(change(new ChangeTokenLifetime(APP, null)))
                .expectEvents(new TokenLifetimeChanged("app0000001", 7200, 14400));
    }

    @Test
    void refusesToTakeTheRoleOffAnIntegration() {
        fixture()
                .given(integration())
                .when(change(new AssignRole(APP, null, Representation.COMPACT)))
                .expectException(refusesField("role", "blank"));
    }

    @Test
    void refusesTheRoleOfAnotherOrganization() {
        fixture()
                .given(integration())
                .when(change(new AssignRole(APP, FOREIGN_ROLE, Representation.COMPACT)))
                .expectException(refusesField("role", "invalid"));
    }

    @Test
    void refusesToTakeTheAddressOffACustomApp() {
        fixture()
                .given(forked("orders"))
                .when(change(new ChangeRedirectUri(APP, null)))
                .expectException(refusesField("redirect_uri", "blank"));
    }

    @Test
    void keepsTheOriginWhenOnlyTheReferenceChanges() {
        fixture()
                .given(integration(), new ReferenceChanged("api_credentials", "app0000001", "1", "erp"))
                .when(change(new ChangeAppLabels(APP, new LabelChange(Given.of("2"), Given.absent(), Given.absent()))))
                .expectEvents(new ReferenceChanged("api_credentials", "app0000001", "2", "erp"));
    }

    @Test
    void emptiesTheMetadata() {
        fixture()
                .given(integration(), new MetadataChanged("api_credentials", "app0000001", Map.of("a", 1)))
                .when(change(new ChangeAppLabels(APP, new LabelChange(Given.absent(), Given.absent(), Given.of(null)))))
                .expectEvents(new MetadataChanged("api_credentials", "app0000001", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 99})
    void refusesAChangeByOneWhoSawAnotherVersion(long seen) {
        fixture()
                .given(integration(), firstSecret(), renamed())
                .when(new ChangeApp(APP, List.of(new RenameApp(APP, new Name("X"))), ExpectedVersions.of(seen)))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    @Test
    void staysTheSameVersionWhenATokenIsRevoked() {
        fixture()
                .given(integration(), new TokenRevoked("app0000001", "jti", NOW))
                .when(new ChangeApp(APP, List.of(new RenameApp(APP, new Name("Store"))), ExpectedVersions.of(0)))
                .expectEvents(renamed());
    }

    @Test
    void endsAnApp() {
        fixture()
                .given(integration())
                .when(new DeleteApp(APP, ExpectedVersions.of(0)))
                .expectEvents(new AppDeleted("app0000001", "org0000001"))
                .expectMarkedDeleted();
    }

    @Test
    void refusesToDeleteAVersionNotSeen() {
        fixture()
                .given(integration(), renamed())
                .when(new DeleteApp(APP, ExpectedVersions.of(0)))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources", "user"})
    void refusesEveryChangeOfASystemApp(String kind) {
        var commands = List.of(
                change(new RenameApp(APP, new Name("X"))),
                change(new DescribeApp(APP, "x")),
                change(new ChangeTokenLifetime(APP, null)),
                change(new ChangeRedirectUri(APP, URI)),
                change(new ChangeRedirectUris(APP, RedirectUris.of(URI))),
                change(new AssignRole(APP, OTHER_ROLE, Representation.FULL)),
                change(new SetAppEnabled(APP, false)),
                change(new ChangeTokenScope(APP, TokenScopeChange.NONE)),
                change(new ChangeAppLabels(APP, LabelChange.NONE)),
                new ChangeApp(APP, List.of(), null),
                new DeleteApp(APP, null));
        for (var command : commands) {
            fixture()
                    .given(registered(kind, 7200, null, null))
                    .when(command)
                    .expectNoEvents()
                    .expectException(refusesWith(ErrorCode.SYSTEM_APP));
        }
    }

    private static AppRenamed renamed() {
        return new AppRenamed("app0000001", "Store");
    }

    private static ChangeApp change(AppChange change) {
        return new ChangeApp(APP, List.of(change), null);
    }
}
