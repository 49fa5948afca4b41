package io.keyledger.command.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.bus.TestLedger;
import io.keyledger.command.eventstore.LedgerTransactions;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.expiry.NoticeDays;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What both stores have to do: the schedule follows the events, and comes back from them. */
abstract class ScheduleContract {
    private static final Instant MADE = Instant.parse("2024-02-29T00:00:00Z");
    private static final Instant END = Instant.parse("2025-02-28T00:00:00Z");
    private static final ClientSecretAdded SECRET = secret("secret0001", "app0000001", "org0000001");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext ledger;

    @SuppressWarnings("NullAway.Init")
    private String[] settings;

    private final Map<String, Long> sequences = new HashMap<>();

    abstract String[] settings() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        settings = settings();
        start();
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void looksAtACredentialWhenItsFirstNoticeIsDue() {
        publish(SECRET);

        assertThat(dueAt(daysBefore(90).minusMillis(1))).isEmpty();
        assertThat(dueAt(daysBefore(90))).containsExactly("secret0001");
    }

    @Test
    void looksAtTheOneThatHasWaitedLongestFirst() {
        publish(secret("secret0003", "app0000001", "org0000001"), END.plusSeconds(2));
        publish(secret("secret0002", "app0000001", "org0000001"), END.plusSeconds(1));
        publish(SECRET);

        assertThat(schedule().due(END, 2))
                .extracting(Scheduled::credentialId)
                .containsExactly("secret0001", "secret0002");
    }

    @Test
    void goesOnToTheNextNotice() {
        publish(SECRET);
        publish(notice(90));

        assertThat(dueAt(daysBefore(60).minusMillis(1))).isEmpty();
        assertThat(dueAt(daysBefore(60))).containsExactly("secret0001");
    }

    @Test
    void looksAtTheEndAfterTheLastNotice() {
        publish(SECRET);
        publish(notice(1));

        assertThat(dueAt(END.minusMillis(1))).isEmpty();
        assertThat(dueAt(END)).containsExactly("secret0001");
    }

    @Test
    void looksAtARotatedSecretAtItsDeadlineAlone() {
        publish(SECRET);
        publish(new ClientSecretRotated("app0000001", "secret0001", "secret0002", daysBefore(50)));

        assertThat(dueAt(daysBefore(50).minusMillis(1))).isEmpty();
        assertThat(dueAt(daysBefore(50))).containsExactly("secret0001");
    }

    @Test
    void looksAtCertificatesToo() {
        publish(certificate());

        assertThat(dueAt(daysBefore(90))).containsExactly("cert000001");
    }

    @ParameterizedTest
    @MethodSource("ends")
    void looksNoMoreAtWhatHasEnded(DomainEvent added, DomainEvent end) {
        publish(added);
        publish(end);

        assertThat(dueAt(END.plusSeconds(1))).isEmpty();
    }

    static List<Object[]> ends() {
        return List.of(
                new Object[] {SECRET, new ClientSecretRemoved("app0000001", "secret0001")},
                new Object[] {SECRET, new ClientSecretLeaked("app0000001", "secret0001", null)},
                new Object[] {SECRET, new ClientSecretExpired("app0000001", "secret0001", END)},
                new Object[] {SECRET, new AppDeleted("app0000001", "org0000001")},
                new Object[] {certificate(), new CertificateRemoved("app0000001", "cert000001")},
                new Object[] {certificate(), new CertificateExpired("app0000001", "cert000001", END)});
    }

    @Test
    void knowsNothingOfWhatWasNotCommitted() {
        assertThatThrownBy(() -> transactions().run(() -> {
                    publishInside(SECRET, MADE);
                    throw new IllegalStateException("the power fails");
                }))
                .hasMessage("the power fails");

        assertThat(dueAt(END)).isEmpty();
    }

    @Test
    void comesBackFromTheEventsWhenItIsEmpty() {
        publish(SECRET);
        publish(notice(90));
        publish(secret("secret0002", "app0000001", "org0000001"));
        publish(new ClientSecretRemoved("app0000001", "secret0002"));
        var before = schedule().due(END, 10);
        transactions()
                .run(() -> ledger.getBean(JdbcClient.class)
                        .sql("DELETE FROM expiry_schedule")
                        .update());
        stop();
        start();

        assertThat(schedule().due(END, 10)).isEqualTo(before).hasSize(1);
        assertThat(dueAt(daysBefore(60).minusMillis(1))).isEmpty();
        assertThat(dueAt(daysBefore(60))).containsExactly("secret0001");
    }

    @Test
    void staysAsItIsOverARestart() {
        publish(SECRET);
        stop();
        start();

        assertThat(dueAt(END)).containsExactly("secret0001");
    }

    @Test
    void putsOffWhatTheAppHadNothingToRecordFor() {
        publish(SECRET);
        var now = daysBefore(90).plusSeconds(1);
        transactions().run(() -> schedule().putOff(schedule().due(now, 1).getFirst(), now));

        assertThat(dueAt(daysBefore(60).minusMillis(1))).isEmpty();
        assertThat(dueAt(daysBefore(60))).containsExactly("secret0001");
    }

    @Test
    void looksAgainRightAfterTheEndWhenNothingHadEndedAtTheVeryMoment() {
        publish(certificate());
        transactions().run(() -> schedule().putOff(schedule().due(END, 1).getFirst(), END));

        assertThat(dueAt(END)).isEmpty();
        assertThat(dueAt(END.plusMillis(1))).containsExactly("cert000001");
    }

    @Test
    void triesAnOverdueEndAgainInAnHour() {
        publish(SECRET);
        var late = END.plusSeconds(60);
        transactions().run(() -> schedule().putOff(schedule().due(late, 1).getFirst(), late));

        assertThat(dueAt(late.plus(Duration.ofHours(1)).minusMillis(1))).isEmpty();
        assertThat(dueAt(late.plus(Duration.ofHours(1)))).containsExactly("secret0001");
    }

    @Test
    void reckonsAnewForOneOrganizationWhenItsDaysChange() {
        publish(SECRET);
        publish(secret("secret0002", "app0000002", "org0000002"));
        ledger.getBean(Sayings.class).said = new NoticeDays(List.of(120));
        transactions().run(() -> schedule().reckon("org0000001"));

        assertThat(dueAt(daysBefore(120))).containsExactly("secret0001");
        assertThat(dueAt(daysBefore(90))).containsExactly("secret0001", "secret0002");
    }

    private void start() {
        ledger = TestLedger.start(
                List.of(
                        TestLedger.Parts.class,
                        Sayings.class,
                        ExpirySchedule.class,
                        ScheduleProjector.class,
                        ScheduleRebuild.class),
                directory,
                settings);
    }

    private List<String> dueAt(Instant now) {
        return schedule().due(now, 10).stream().map(Scheduled::credentialId).toList();
    }

    private ExpirySchedule schedule() {
        return ledger.getBean(ExpirySchedule.class);
    }

    private LedgerTransactions transactions() {
        return ledger.getBean(LedgerTransactions.class);
    }

    private void publish(DomainEvent event) {
        transactions().run(() -> publishInside(event, MADE));
    }

    private void publish(ClientSecretAdded added, Instant end) {
        publish(new ClientSecretAdded(
                added.appId(), added.organizationId(), added.secretId(), null, "abcd", "v", "p1", "P1Y", end));
    }

    private void publishInside(DomainEvent event, Instant at) {
        var sequence = sequences.merge("app", 1L, Long::sum) - 1;
        ledger.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "App",
                        "app",
                        sequence,
                        event,
                        Map.of(),
                        UUID.randomUUID().toString(),
                        at));
    }

    private static Instant daysBefore(int days) {
        return END.minus(Duration.ofDays(days));
    }

    private static ExpiryNoticeGiven notice(int days) {
        return new ExpiryNoticeGiven("app0000001", "secret0001", "client_secret", days, END);
    }

    private static ClientSecretAdded secret(String id, String appId, String organizationId) {
        return new ClientSecretAdded(appId, organizationId, id, null, "abcd", "v-" + id, "p1", "P1Y", END);
    }

    private static CertificateAdded certificate() {
        return new CertificateAdded(
                "app0000001",
                "org0000001",
                "cert000001",
                null,
                "CN=a",
                "CN=a",
                "01",
                "s1",
                "s256",
                "EC",
                256,
                MADE,
                END,
                "");
    }

    /** What organizations say: the same all of them, until a test says otherwise. */
    static class Sayings {
        volatile NoticeDays said = NoticeDays.DEFAULT;

        @Bean
        @Primary
        NoticeThresholds said() {
            return organizationId -> said;
        }
    }
}
