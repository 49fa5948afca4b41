package io.keyledger.command.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.eventstore.AppendedStreamsFixture;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.audit.AuditCheckpointSigned;
import io.keyledger.kernel.audit.AuditTrailId;
import io.keyledger.kernel.audit.RecordCheckpoint;
import io.keyledger.kernel.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private static final OrganizationId ORGANIZATION = new OrganizationId("org0000001");
    private static final AuditTrailId ID = AuditTrailId.of(ORGANIZATION);
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final AppendedStreamsFixture ledger = new AppendedStreamsFixture(AuditTrail.class);

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void recordsTheFirstCheckpoint() {
        assertThat(recorded(record(7, "key"))).containsExactly(signed(7, "key"));
    }

    @Test
    void recordsOneThatIsFurther() {
        given(7);
        assertThat(recorded(record(8, "key"))).containsExactly(signed(8, "key"));
    }

    @Test
    void recordsNoneTwiceAndNoneThatIsBehind() {
        given(7);
        assertThat(recorded(record(7, "key"))).isEmpty();
        assertThat(recorded(record(6, "other"))).isEmpty();
    }

    @Test
    void recordsTheSamePlaceSignedByAnotherKey() {
        given(7);
        assertThat(recorded(record(7, "next"))).containsExactly(signed(7, "next"));
    }

    @Test
    void readsOneEventHoweverLongTheTrailIs() {
        ledger.given(ID.value(), 1000, number -> signed(number + 1, "key"));

        assertThat(recorded(record(1001, "key"))).hasSize(1);
        assertThat(ledger.eventsRead()).isEqualTo(1);
    }

    private void given(long position) {
        ledger.given(ID.value(), 1, number -> signed(position, "key"));
    }

    private List<DomainEvent> recorded(RecordCheckpoint command) {
        return ledger.recorded(ID.value(), command);
    }

    private static RecordCheckpoint record(long position, String key) {
        return new RecordCheckpoint(ID, ORGANIZATION, position, "hash", key, NOW, "jws");
    }

    private static AuditCheckpointSigned signed(long position, String key) {
        return new AuditCheckpointSigned(ID.value(), ORGANIZATION.value(), position, "hash", key, NOW, "jws");
    }
}
