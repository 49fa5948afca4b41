package io.keyledger.command.app;

import static io.keyledger.command.app.AppFixtures.APP;
import static io.keyledger.command.app.AppFixtures.NOW;
import static io.keyledger.command.app.AppFixtures.PERSONAL;
import static io.keyledger.command.app.AppFixtures.fixtureAt;
import static io.keyledger.command.app.AppFixtures.integration;
import static io.keyledger.command.app.AppFixtures.rotatedUntil;
import static io.keyledger.command.app.AppFixtures.secretAdded;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.expiry.NoticeDays;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which notices and which end of a credential are recorded. Made on 29 February for a year: it ends on the 28th. */
class ExpiryTest {
    private static final String SECRET = "secret0001";
    private static final String CERTIFICATE = "cert000001";
    private static final Instant END = Instant.parse("2025-02-28T12:00:00Z");
    private static final ClientSecretAdded ADDED = secretAdded(SECRET, "P1Y", END.toString());

    @ParameterizedTest
    @ValueSource(ints = {90, 60, 30, 14, 7, 1})
    void givesANoticeSoManyDaysBeforeTheEnd(int days) {
        secretAt(daysBefore(days), told(days)).expectEvents(notice(days));
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 60, 30, 14, 7, 1})
    void givesNoNoticeASecondBeforeItsTime(int days) {
        secretAt(daysBefore(days).minusSeconds(1), told(days)).expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 60, 30, 14, 7, 1})
    void givesANoticeOnce(int days) {
        secretAt(daysBefore(days).plusSeconds(1), told(days - 1)).expectNoEvents();
    }

    @Test
    void catchesUpWithMissedNoticesInTheirOrder() {
        secretAt(daysBefore(5)).expectEvents(notice(90), notice(60), notice(30), notice(14), notice(7));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 14, 90})
    void recordsTheEndAloneOnceItHasPassed(int told) {
        var secretEnded = new ClientSecretExpired("app0000001", SECRET, END);
        secretAt(END, told(told)).expectEvents(secretEnded);
        secretAt(END.plus(Duration.ofDays(300)), told(told)).expectEvents(secretEnded);
        certificateAt(END.plusMillis(1), told(CERTIFICATE, told))
                .expectEvents(new CertificateExpired("app0000001", CERTIFICATE, END));
    }

    @Test
    void givesNoNoticeAfterTheEndIsRecorded() {
        secretAt(END.plus(Duration.ofDays(300)), new ClientSecretExpired("app0000001", SECRET, END))
                .expectNoEvents();
    }

    @Test
    void recordsTheEndOfASecretAtThatInstant() {
        secretAt(END.minusMillis(1), told(0)).expectNoEvents();
        secretAt(END, told(0)).expectEvents(new ClientSecretExpired("app0000001", SECRET, END));
    }

    @Test
    void recordsTheEndOfACertificateAfterItsLastInstant() {
        certificateAt(END, told(CERTIFICATE, 0)).expectNoEvents();
        certificateAt(END.plusMillis(1), told(CERTIFICATE, 0))
                .expectEvents(new CertificateExpired("app0000001", CERTIFICATE, END));
    }

    @Test
    void recordsAnEndOnce() {
        secretAt(END.plusSeconds(5), new ClientSecretExpired("app0000001", SECRET, END))
                .expectNoEvents();
        certificateAt(END.plusSeconds(5), new CertificateExpired("app0000001", CERTIFICATE, END))
                .expectNoEvents();
    }

    @Test
    void leavesOutNoticesThatWereDueBeforeACertificateWasAdded() {
        certificate(daysBefore(10), daysBefore(7))
                .expectEvents(new ExpiryNoticeGiven("app0000001", CERTIFICATE, "certificate", 7, END));
    }

    @Test
    void leavesOutANoticeThatIsDueAtTheAddingItself() {
        certificate(daysBefore(7), daysBefore(7)).expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("earlyEnds")
    void recordsNothingOfASecretThatWasTakenAway(DomainEvent taken) {
        secretAt(END.plusSeconds(5), taken).expectNoEvents();
    }

    static List<DomainEvent> earlyEnds() {
        return List.of(
                new ClientSecretRemoved("app0000001", SECRET), new ClientSecretLeaked("app0000001", SECRET, null));
    }

    @Test
    void recordsNothingOfACertificateThatWasTakenAway() {
        certificateAt(END.plusSeconds(5), new CertificateRemoved("app0000001", CERTIFICATE))
                .expectNoEvents();
    }

    @Test
    void givesNoNoticeOfASecretWithASuccessor() {
        var deadline = daysBefore(80);
        secretAt(deadline.minusSeconds(1), rotatedUntil(deadline.toString())).expectNoEvents();
    }

    @Test
    void recordsTheEndOfARotatedSecretAtItsDeadline() {
        var deadline = daysBefore(80);
        secretAt(deadline, rotatedUntil(deadline.toString()))
                .expectEvents(new ClientSecretExpired("app0000001", SECRET, deadline));
    }

    @Test
    void givesNoticesOfADisabledApp() {
        secretAt(daysBefore(90), new AppDisabled("app0000001")).expectEvents(notice(90));
    }

    @Test
    void givesNoticesOfAPersonalApp() {
        follow(fixtureAt(daysBefore(90)).givenCurrentTime(NOW).andGiven(PERSONAL, ADDED), SECRET, NoticeDays.DEFAULT)
                .expectEvents(notice(90));
    }

    @Test
    void recordsNothingOfADeletedApp() {
        secretAt(END, new AppDeleted("app0000001", "org0000001"))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void recordsNothingOfACredentialTheAppNeverHad() {
        follow(given(END), "secret0009", NoticeDays.DEFAULT).expectNoEvents();
    }

    @Test
    void givesNoNoticeOfMoreDaysThanTheLastOne() {
        follow(given(daysBefore(20), notice(30)), SECRET, new NoticeDays(List.of(45, 21)))
                .expectEvents(notice(21));
    }

    @Test
    void leavesTheVersionOfAppAndSecretAsTheyWere() {
        given(daysBefore(90), notice(90))
                .when(new RemoveClientSecret(APP, AppFixtures.FIRST, true, ExpectedVersions.of(1)))
                .expectEvents(new ClientSecretRemoved("app0000001", SECRET));
        given(daysBefore(90), notice(90))
                .when(new DeleteApp(APP, ExpectedVersions.of(1)))
                .expectEvents(new AppDeleted("app0000001", "org0000001"));
    }

    private static ResultValidator<App> secretAt(Instant now, DomainEvent... before) {
        return follow(given(now, before), SECRET, NoticeDays.DEFAULT);
    }

    private static TestExecutor<App> given(Instant now, DomainEvent... before) {
        return fixtureAt(now)
                .givenCurrentTime(NOW)
                .andGiven(integration(), ADDED)
                .andGiven((Object[]) before);
    }

    private static ResultValidator<App> certificateAt(Instant now, DomainEvent... before) {
        return follow(
                fixtureAt(now)
                        .givenCurrentTime(NOW)
                        .andGiven(integration(), certificate())
                        .andGiven((Object[]) before),
                CERTIFICATE,
                NoticeDays.DEFAULT);
    }

    private static ResultValidator<App> certificate(Instant addedAt, Instant now) {
        return follow(
                fixtureAt(now).givenCurrentTime(addedAt).andGiven(integration(), certificate()),
                CERTIFICATE,
                NoticeDays.DEFAULT);
    }

    private static ResultValidator<App> follow(TestExecutor<App> app, String credential, NoticeDays days) {
        return app.when(new FollowExpiry(APP, credential, days));
    }

    private static Instant daysBefore(int days) {
        return END.minus(Duration.ofDays(days));
    }

    private static ExpiryNoticeGiven notice(int days) {
        return new ExpiryNoticeGiven("app0000001", SECRET, "client_secret", days, END);
    }

    /** All notices of more days than that have been given. */
    private static DomainEvent[] told(int days) {
        return told(SECRET, days);
    }

    private static DomainEvent[] told(String credential, int days) {
        return NoticeDays.DEFAULT.days().stream()
                .filter(day -> day > days)
                .map(day -> new ExpiryNoticeGiven("app0000001", credential, "client_secret", day, END))
                .toArray(DomainEvent[]::new);
    }

    private static CertificateAdded certificate() {
        return new CertificateAdded(
                "app0000001",
                "org0000001",
                CERTIFICATE,
                null,
                "CN=a",
                "CN=a",
                "01",
                "sha1",
                "sha256",
                "EC",
                256,
                NOW,
                END,
                "");
    }
}
