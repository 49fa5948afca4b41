package io.keyledger.command.app;

import static io.keyledger.command.app.AppFixtures.APP;
import static io.keyledger.command.app.AppFixtures.FIRST;
import static io.keyledger.command.app.AppFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.eventstore.AppendedStreamsFixture;
import io.keyledger.kernel.app.ReportRetiredSecret;
import io.keyledger.kernel.app.RetiredSecretUsed;
import io.keyledger.kernel.app.RevokeToken;
import io.keyledger.kernel.app.TokenRevoked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recorded of the use of an app, whose own history stays as it is. */
class AppUsesTest {
    private static final String APP_ID = "app0000001";
    private static final String OF_TOKEN = "token/jti-1";
    private static final String OF_SECRET = "retired_secret/secret0001";

    private final AppendedStreamsFixture ledger = new AppendedStreamsFixture(AppUses.class);

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void recordsARevokedTokenOnceAndNotInTheAppsHistory() {
        var revoke = new RevokeToken(APP, "jti-1", NOW.plusSeconds(60));

        assertThat(ledger.recorded(OF_TOKEN, revoke))
                .containsExactly(new TokenRevoked(APP_ID, "jti-1", NOW.plusSeconds(60)));
        assertThat(ledger.recorded(OF_TOKEN, revoke)).isEmpty();
        assertThat(ledger.events(APP_ID)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3599, 0", "3600, 1"})
    void recordsTheUseOfARetiredSecretOnceAnHour(int seconds, int told) {
        ledger.given(OF_SECRET, 1, number -> new RetiredSecretUsed(APP_ID, "secret0001", NOW));

        assertThat(ledger.recorded(OF_SECRET, new ReportRetiredSecret(APP, FIRST, NOW.plusSeconds(seconds))))
                .hasSize(told);
        assertThat(ledger.events(APP_ID)).isEmpty();
    }

    @Test
    void recordsTheFirstUseOfARetiredSecret() {
        assertThat(ledger.recorded(OF_SECRET, new ReportRetiredSecret(APP, FIRST, NOW)))
                .containsExactly(new RetiredSecretUsed(APP_ID, "secret0001", NOW));
    }

    @Test
    void readsOneEventHoweverOftenASecretWasUsed() {
        ledger.given(
                OF_SECRET, 1000, number -> new RetiredSecretUsed(APP_ID, "secret0001", NOW.plusSeconds(3600 * number)));

        var next = new ReportRetiredSecret(APP, FIRST, NOW.plusSeconds(3600 * 1000));
        assertThat(ledger.recorded(OF_SECRET, next)).hasSize(1);
        assertThat(ledger.eventsRead()).isEqualTo(1);
    }
}
