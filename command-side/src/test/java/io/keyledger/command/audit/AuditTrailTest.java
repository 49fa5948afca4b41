package io.keyledger.command.audit;

import io.keyledger.kernel.audit.AuditCheckpointSigned;
import io.keyledger.kernel.audit.AuditTrailId;
import io.keyledger.kernel.audit.RecordCheckpoint;
import io.keyledger.kernel.organization.OrganizationId;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private static final OrganizationId ORGANIZATION = new OrganizationId("org0000001");
    private static final AuditTrailId ID = AuditTrailId.of(ORGANIZATION);
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final AggregateTestFixture<AuditTrail> trail = new AggregateTestFixture<>(AuditTrail.class);

    @Test
    void recordsTheFirstCheckpoint() {
        trail.givenNoPriorActivity().when(record(7, "key")).expectEvents(signed(7, "key"));
    }

    @Test
    void recordsOneThatIsFurther() {
        trail.given(signed(7, "key")).when(record(8, "key")).expectEvents(signed(8, "key"));
    }

    @Test
    void recordsNoneTwiceAndNoneThatIsBehind() {
        trail.given(signed(7, "key")).when(record(7, "key")).expectNoEvents();
        trail.given(signed(7, "key")).when(record(6, "other")).expectNoEvents();
    }

    @Test
    void recordsTheSamePlaceSignedByAnotherKey() {
        trail.given(signed(7, "key")).when(record(7, "next")).expectEvents(signed(7, "next"));
    }

    private static RecordCheckpoint record(long position, String key) {
        return new RecordCheckpoint(ID, ORGANIZATION, position, "hash", key, NOW, "jws");
    }

    private static AuditCheckpointSigned signed(long position, String key) {
        return new AuditCheckpointSigned(ID.value(), ORGANIZATION.value(), position, "hash", key, NOW, "jws");
    }
}
