package io.keyledger.command.app;

import static io.keyledger.command.app.AppFixtures.APP;
import static io.keyledger.command.app.AppFixtures.FIRST;
import static io.keyledger.command.app.AppFixtures.NOW;
import static io.keyledger.command.app.AppFixtures.firstSecret;
import static io.keyledger.command.app.AppFixtures.fixture;
import static io.keyledger.command.app.AppFixtures.integration;
import static io.keyledger.command.app.AppFixtures.rotatedUntil;

import io.keyledger.kernel.app.ReportRetiredSecret;
import io.keyledger.kernel.app.RetiredSecretUsed;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told when a secret is presented that has a successor. */
class RetiredSecretTest {
    @ParameterizedTest
    @CsvSource({
        "2024-03-01T00:00:00Z, true, a retiring secret",
        "2024-04-06T12:00:00Z, true, thirty days after its end",
        "2024-04-06T12:00:01Z, false, later"
    })
    void tellsTheUseOfARetiredSecretUntilThirtyDaysAfterItsEnd(Instant usedAt, boolean told, String when) {
        var outcome = fixture()
                .given(integration(), firstSecret(), rotatedUntil("2024-03-07T12:00:00Z"))
                .when(new ReportRetiredSecret(APP, FIRST, usedAt));
        if (told) {
            outcome.expectEvents(new RetiredSecretUsed("app0000001", "secret0001", usedAt));
        } else {
            outcome.expectNoEvents();
        }
    }

    @ParameterizedTest
    @CsvSource({"3599, false", "3600, true"})
    void tellsTheUseOfARetiredSecretOnceAnHour(int seconds, boolean told) {
        var outcome = fixture()
                .given(
                        integration(),
                        firstSecret(),
                        rotatedUntil("2024-03-07T12:00:00Z"),
                        new RetiredSecretUsed("app0000001", "secret0001", NOW))
                .when(new ReportRetiredSecret(APP, FIRST, NOW.plusSeconds(seconds)));
        if (told) {
            outcome.expectEvents(new RetiredSecretUsed("app0000001", "secret0001", NOW.plusSeconds(seconds)));
        } else {
            outcome.expectNoEvents();
        }
    }

    @Test
    void tellsNothingOfASecretWithoutASuccessor() {
        fixture()
                .given(integration(), firstSecret())
                .when(new ReportRetiredSecret(APP, FIRST, NOW))
                .expectNoEvents();
    }
}
