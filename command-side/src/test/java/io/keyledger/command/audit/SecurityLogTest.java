package io.keyledger.command.audit;

import io.keyledger.kernel.audit.AccessRefused;
import io.keyledger.kernel.audit.ClientAuthenticationFailed;
import io.keyledger.kernel.audit.RecordSecurityEvent;
import io.keyledger.kernel.audit.SecurityLogId;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class SecurityLogTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final SecurityLogId ID = SecurityLogId.of("org0000001", NOW);
    private static final ClientAuthenticationFailed FAILED = new ClientAuthenticationFailed(
            ID.value(), "org0000001", "app0000001", "wrong_secret", 1, NOW, NOW, List.of("192.0.2.1"));
    private static final AccessRefused REFUSED =
            new AccessRefused(ID.value(), "org0000001", "app0000001", "PATCH roles", 7, NOW, NOW, List.of("192.0.2.1"));

    private final AggregateTestFixture<SecurityLog> log = new AggregateTestFixture<>(SecurityLog.class);

    @Test
    void beginsWithTheFirstOfADay() {
        log.givenNoPriorActivity().when(new RecordSecurityEvent(ID, FAILED)).expectEvents(FAILED);
    }

    @Test
    void goesOnWithOthers() {
        log.given(FAILED).when(new RecordSecurityEvent(ID, REFUSED)).expectEvents(REFUSED);
    }
}
