package io.keyledger.command.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.eventstore.AppendedStreamsFixture;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.audit.AccessRefused;
import io.keyledger.kernel.audit.ClientAuthenticationFailed;
import io.keyledger.kernel.audit.RecordSecurityEvents;
import io.keyledger.kernel.audit.RecordSecurityEvents.Attempt;
import io.keyledger.kernel.audit.SecurityEvent;
import io.keyledger.kernel.audit.SecurityLogId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecurityLogTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String ONE = SecurityLogId.of("org0000001", NOW).value();
    private static final String OTHER = SecurityLogId.of("org0000002", NOW).value();

    private final AppendedStreamsFixture ledger = new AppendedStreamsFixture(SecurityLog.class);

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void recordsManyAtOnceEachInTheLogOfItsOrganizationAndDay() {
        ledger.given(ONE, 1, number -> refused(ONE, 1));

        ledger.send(new RecordSecurityEvents(
                List.of(attempt(refused(ONE, 2)), attempt(failed(OTHER)), attempt(refused(ONE, 3)))));

        assertThat(ledger.events(ONE)).containsExactly(refused(ONE, 1), refused(ONE, 2), refused(ONE, 3));
        assertThat(ledger.events(OTHER)).containsExactly(failed(OTHER));
    }

    @Test
    void namesWhoeverMadeEachAttemptAndNoCommonCause() {
        ledger.send(new RecordSecurityEvents(
                List.of(attempt(refused(ONE, 1)), new Attempt(failed(ONE), Map.of(MetaKey.ACTOR_KIND, "anonymous")))));

        var recorded = ledger.messages(ONE);
        assertThat(recorded)
                .extracting(event -> event.getMetaData().get(MetaKey.ACTOR_KIND))
                .containsExactly("app", "anonymous");
        assertThat(recorded)
                .allSatisfy(event -> assertThat(event.getMetaData())
                        .containsEntry("traceId", event.getIdentifier())
                        .containsEntry("correlationId", event.getIdentifier()));
    }

    @Test
    void readsNoEventHoweverLongTheDayWas() {
        ledger.given(ONE, 1000, number -> refused(ONE, (int) number + 1));

        ledger.send(new RecordSecurityEvents(List.of(attempt(refused(ONE, 1)))));

        assertThat(ledger.eventsRead()).isZero();
        assertThat(ledger.events(ONE)).hasSize(1001);
    }

    private static Attempt attempt(SecurityEvent event) {
        return new Attempt(event, Map.of(MetaKey.ACTOR_KIND, "app"));
    }

    private static ClientAuthenticationFailed failed(String log) {
        return new ClientAuthenticationFailed(
                log, "org0000001", "app0000001", "wrong_secret", 1, NOW, NOW, List.of("192.0.2.1"));
    }

    private static AccessRefused refused(String log, int count) {
        return new AccessRefused(log, "org0000001", "app0000001", "PATCH roles", count, NOW, NOW, List.of("192.0.2.1"));
    }
}
