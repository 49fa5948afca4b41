package io.keyledger.command.app;

import static io.keyledger.command.app.AppFixtures.APP;
import static io.keyledger.command.app.AppFixtures.FOREIGN_ROLE;
import static io.keyledger.command.app.AppFixtures.ROLE;
import static io.keyledger.command.app.AppFixtures.URI;
import static io.keyledger.command.app.AppFixtures.firstSecret;
import static io.keyledger.command.app.AppFixtures.fixture;
import static io.keyledger.command.app.AppFixtures.forked;
import static io.keyledger.command.app.AppFixtures.integration;
import static io.keyledger.command.app.AppFixtures.newApp;
import static io.keyledger.command.app.AppFixtures.registered;
import static io.keyledger.command.value.Refuses.refusesField;
import static io.keyledger.command.value.Refuses.refusesFields;
import static io.keyledger.command.value.Refuses.refusesWith;

import io.keyledger.command.value.Given;
import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.reference.MetadataChanged;
import io.keyledger.kernel.reference.ReferenceChanged;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterAppTest {
    @Test
    void registersAnIntegrationWithItsFirstSecret() {
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterApp(APP, newApp("integration"), RedirectUris.NONE, ROLE))
                .expectEvents(integration(), firstSecret());
    }

    @ParameterizedTest
    @CsvSource({"sales_channel, 14400", "webapp, 7200"})
    void takesTheTokenLifetimeOfTheKindWhenNoneIsAskedFor(String kind, int seconds) {
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterApp(APP, newApp(kind), RedirectUris.of(URI), null))
                .expectEvents(registered(kind, seconds, URI.value(), null), firstSecret());
    }

    @Test
    void keepsTheTokenLifetimeAskedFor() {
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterApp(
                        APP,
                        newApp("sales_channel", new TokenLifetime(31_536_000), LabelChange.NONE),
                        RedirectUris.NONE,
                        null))
                .expectEvents(registered("sales_channel", 31_536_000, null, null), firstSecret());
    }

    @Test
    void recordsReferenceAndMetadataInTheSameCommit() {
        var labels = new LabelChange(Given.of("42"), Given.of("erp"), Given.of(Map.of("a.b", "$c")));
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterApp(APP, newApp("sales_channel", null, labels), RedirectUris.NONE, null))
                .expectEvents(
                        registered("sales_channel", 14400, null, null),
                        firstSecret(),
                        new ReferenceChanged("api_credentials", "app0000001", "42", "erp"),
                        new MetadataChanged("api_credentials", "app0000001", Map.of("a.b", "$c")));
    }

    @Test
    void refusesAnIntegrationWithoutARole() {
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterApp(APP, newApp("integration"), RedirectUris.NONE, null))
                .expectException(refusesField("role", "blank"));
    }

    @Test
    void refusesTheRoleOfAnotherOrganization() {
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterApp(APP, newApp("integration"), RedirectUris.NONE, FOREIGN_ROLE))
                .expectException(refusesField("role", "invalid"));
    }

    @Test
    void refusesARoleWhereTheKindHasNone() {
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterApp(APP, newApp("sales_channel"), RedirectUris.NONE, ROLE))
                .expectException(refusesField("role", "present"));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterApp(APP, newApp("webapp"), RedirectUris.NONE, ROLE))
                .expectException(refusesFields("role present", "redirect_uri blank"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "prices", "", "dashboard"})
    void refusesWhatIsNoCoreKind(String kind) {
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterApp(APP, newApp(kind), RedirectUris.NONE, null))
                .expectException(refusesField("kind", "inclusion"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources", "user"})
    void refusesToRegisterASystemApp(String kind) {
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterApp(APP, newApp(kind), RedirectUris.NONE, null))
                .expectException(refusesWith(ErrorCode.SYSTEM_APP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources", "user"})
    void refusesToForkASystemApp(String kind) {
        fixture()
                .givenNoPriorActivity()
                .when(new ForkDashboardApp(APP, newApp(kind), URI, null))
                .expectException(refusesWith(ErrorCode.SYSTEM_APP));
    }

    @ParameterizedTest
    @MethodSource("dashboardKinds")
    void installsEveryDashboardApp(String kind) {
        fixture()
                .givenNoPriorActivity()
                .when(new InstallDashboardApp(APP, newApp(kind), RedirectUris.NONE, null))
                .expectEvents(
                        registered(kind, 7200, null, null),
                        new DashboardAppInstalled("app0000001", "org0000001", kind, "test"),
                        firstSecret());
    }

    @ParameterizedTest
    @MethodSource("dashboardKinds")
    void forksEveryDashboardApp(String kind) {
        fixture()
                .givenNoPriorActivity()
                .when(new ForkDashboardApp(APP, newApp(kind), URI, null))
                .expectEvents(
                        forked(kind),
                        new DashboardAppForked("app0000001", "org0000001", kind, "test", URI.value()),
                        firstSecret());
    }

    @Test
    void refusesAForkWithoutAnAddress() {
        fixture()
                .givenNoPriorActivity()
                .when(new ForkDashboardApp(APP, newApp("orders"), null, null))
                .expectException(refusesField("redirect_uri", "blank"));
    }

    @Test
    void refusesToForkACoreKind() {
        fixture()
                .givenNoPriorActivity()
                .when(new ForkDashboardApp(APP, newApp("integration"), URI, ROLE))
                .expectException(refusesField("custom", "inclusion"));
    }

    @Test
    void refusesToForkAnUnknownKind() {
        fixture()
                .givenNoPriorActivity()
                .when(new ForkDashboardApp(APP, newApp("prices"), URI, null))
                .expectException(refusesField("kind", "inclusion"));
    }

    @Test
    void refusesARoleForADashboardApp() {
        fixture()
                .givenNoPriorActivity()
                .when(new InstallDashboardApp(APP, newApp("orders"), RedirectUris.NONE, ROLE))
                .expectException(refusesField("role", "present"));
    }

    @Test
    void letsAPolicyMakeSystemApps() {
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterSystemApp(APP, newApp("user"), null, new UserId("user000001")))
                .expectEvents(
                        new AppRegistered(
                                "app0000001",
                                "org0000001",
                                "user",
                                "test",
                                "client-1",
                                "Shop",
                                7200,
                                false,
                                null,
                                null,
                                "user000001"),
                        firstSecret());
    }

    @Test
    void makesNoOrdinaryAppAsASystemApp() {
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterSystemApp(APP, newApp("integration"), ROLE, null))
                .expectException(refusesField("kind", "inclusion"));
    }

    static Stream<String> dashboardKinds() {
        return Kinds.shipped().all().stream()
                .filter(kind -> kind.group() == Kind.Group.DASHBOARD)
                .map(Kind::name);
    }
}
