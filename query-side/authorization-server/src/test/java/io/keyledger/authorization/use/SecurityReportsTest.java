package io.keyledger.authorization.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.keyledger.kernel.audit.AttemptsRefused;
import io.keyledger.kernel.audit.RecordSecurityEvents;
import io.keyledger.kernel.audit.SecurityEvent;
import io.keyledger.kernel.audit.UntoldRefusals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is reported when many organizations have refusals of many kinds. */
class SecurityReportsTest {
    private static final int FLOOD = 8_320;

    private final List<List<SecurityEvent>> transactions = new ArrayList<>();
    private final CommandGateway commands = mock(CommandGateway.class);
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private boolean fails;
    private long takes;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };

    private final Map<String, List<String>> kept = new HashMap<>();
    private final UntoldRefusals table = new UntoldRefusals() {
        @Override
        public void keep(String node, Instant at, List<String> texts) {
            kept.put(node, texts);
        }

        @Override
        public List<String> takeOver(Instant since) {
            var all = kept.values().stream().flatMap(List::stream).toList();
            kept.clear();
            return all;
        }
    };

    private final SecurityReports reports = node("one");

    private SecurityReports node(String id) {
        return new SecurityReports(commands, clock, table, id);
    }

    @BeforeEach
    void listen() {
        doAnswer(call -> {
                    Thread.sleep(takes);
                    if (fails) {
                        throw new IllegalStateException("the disk is full");
                    }
                    var command = (RecordSecurityEvents) ((CommandMessage<?>) call.getArgument(0)).getPayload();
                    transactions.add(command.attempts().stream()
                            .map(RecordSecurityEvents.Attempt::event)
                            .toList());
                    return null;
                })
                .when(commands)
                .sendAndWait(any(), anyLong(), any(TimeUnit.class));
    }

    @Test
    void reportsAnotherOrganizationsRefusalInTheFirstTransactionOfAFlood() {
        flood("flood00000");
        reports.add(failure("victim0000", "app"), "192.0.2.1");

        reports.tell();

        assertThat(transactions.getFirst())
                .extracting(SecurityEvent::organizationId)
                .contains("victim0000");
        assertThat(transactions).hasSizeLessThan(7);
    }

    @Test
    void countsEveryRefusalOfAFloodBeyondTheBoundTogether() {
        flood("flood00000");

        reports.tell();

        var all = transactions.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(RefusalShare.SIGN_INS.inAll() + 1);
        assertThat(all.stream().mapToInt(SecurityEvent::count).sum()).isEqualTo(FLOOD);
        assertThat(all)
                .filteredOn(AttemptsRefused.class::isInstance)
                .singleElement()
                .satisfies(others -> {
                    assertThat(others.count()).isEqualTo(FLOOD - RefusalShare.SIGN_INS.inAll());
                    assertThat(others.appId()).isNull();
                });
    }

    /** A caller who may do little tries every operation, as two apps of its organization. */
    @Test
    void tellsAFailedAuthenticationBesideAFloodOfRefusedOperations() {
        for (int operation = 0; operation < 185; operation++) {
            reports.add(refusal("weak1", "GET /api/" + operation), "192.0.2.1");
            reports.add(refusal("weak2", "GET /api/" + operation), "192.0.2.1");
        }
        reports.tell();
        transactions.clear();

        reports.add(failure("org", "victim"), "198.51.100.7");
        reports.add(refusal("victim", "DELETE /api/apps"), "198.51.100.7");
        reports.tell();

        assertThat(transactions.getFirst())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.appId()).isEqualTo("victim"));
    }

    @Test
    void countsTogetherWhatOneAppHasBeyondItsPart() {
        for (int operation = 0; operation < 185; operation++) {
            reports.add(refusal("weak", "GET /api/" + operation), "192.0.2.1");
        }
        for (int reason = 0; reason < 50; reason++) {
            reports.add(new RefusedAttempt.Failure("org", "weak", "reason" + reason), "192.0.2.1");
        }
        reports.tell();

        var all = transactions.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(RefusalShare.OPERATIONS.ofApp() + RefusalShare.SIGN_INS.ofApp() + 1);
        assertThat(all.stream().mapToInt(SecurityEvent::count).sum()).isEqualTo(185 + 50);
    }

    @Test
    void countsAgainAsManyKindsWhenTheFirstAreOver() {
        flood("flood00000");
        reports.tell();
        now = now.plus(Duration.ofHours(1));
        reports.tell();
        reports.tell();
        transactions.clear();

        reports.add(failure("flood00000", "another"), "192.0.2.1");
        now = now.plus(Duration.ofHours(1));
        reports.tell();

        assertThat(transactions.getFirst())
                .singleElement()
                .satisfies(event -> assertThat(event.appId()).isEqualTo("another"));
    }

    @Test
    void losesNoneThatCouldNotBeRecorded() {
        flood("flood00000");
        fails = true;
        reports.tell();
        assertThat(transactions).isEmpty();

        fails = false;
        now = now.plus(Duration.ofMinutes(10));
        reports.tell();

        assertThat(transactions.stream()
                        .flatMap(List::stream)
                        .mapToInt(SecurityEvent::count)
                        .sum())
                .isEqualTo(FLOOD);
    }

    @Test
    void reportsOnAnotherNodeWhatANodeCountedThatWasKilled() {
        var refusals = List.of(
                failure("one", "a"),
                new RefusedAttempt.Refusal("one", "a", "GET apps", "app", "a", "App", "client"),
                new RefusedAttempt.RefusedToken("two", "b", "unused_after", "App", "client"),
                new RefusedAttempt.Others("two"));
        refusals.forEach(kind -> reports.add(kind, "192.0.2.1"));
        reports.tell();
        transactions.clear();
        refusals.forEach(kind -> reports.add(kind, "192.0.2.1"));
        reports.tell();
        assertThat(transactions).isEmpty();
        reports.keep();

        var other = node("two");
        other.takeOver();
        other.tell();

        assertThat(transactions.stream().flatMap(List::stream))
                .hasSize(4)
                .allSatisfy(event -> assertThat(event.count()).isEqualTo(1));
    }

    @Test
    void keepsNothingThatWasReported() {
        reports.add(failure("one", "a"), "192.0.2.1");
        reports.keep();
        assertThat(kept.get("one")).hasSize(1);

        reports.tell();

        assertThat(kept.get("one")).isEmpty();
    }

    @Test
    void endsTheStopAfterSecondsHoweverSlowTheStoreIs() {
        for (int i = 0; i < 50; i++) {
            flood("flood%05d".formatted(i));
        }
        takes = 500;
        var before = System.nanoTime();

        reports.tellAll();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(transactions).isNotEmpty();
    }

    private void flood(String organization) {
        for (int i = 0; i < FLOOD; i++) {
            reports.add(failure(organization, "app" + i), "192.0.2.1");
        }
    }

    private static RefusedAttempt failure(String organization, String app) {
        return new RefusedAttempt.Failure(organization, app, "wrong_secret");
    }

    private static RefusedAttempt refusal(String app, String operation) {
        return new RefusedAttempt.Refusal("org", app, operation, "app", app, "App", "client-" + app);
    }
}
