package io.keyledger.command.app;

import static io.keyledger.command.app.AppFixtures.APP;
import static io.keyledger.command.app.AppFixtures.firstSecret;
import static io.keyledger.command.app.AppFixtures.fixture;
import static io.keyledger.command.app.AppFixtures.integration;
import static io.keyledger.command.app.AppFixtures.secret;
import static io.keyledger.command.app.AppFixtures.secretAdded;
import static io.keyledger.command.value.Refuses.refusesField;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.app.RevokeTokens;
import io.keyledger.kernel.app.TokensRevoked;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void revokesAllTokensOfAnAppAsOftenAsItIsAsked() {
        var revoked = new TokensRevoked("app0000001");
        fixture()
                .given(integration(), firstSecret())
                .when(new RevokeTokens(APP))
                .expectEvents(revoked);
        fixture()
                .given(integration(), firstSecret(), revoked)
                .when(new RevokeTokens(APP))
                .expectEvents(revoked);
    }

    @Test
    void addsASecretThatWorksForCalendarYears() {
        fixture()
                .given(integration(), firstSecret())
                .when(new AddClientSecret(APP, secret("secret0002"), null, SecretDuration.P1Y))
                .expectEvents(secretAdded("secret0002", "P1Y", "2025-02-28T12:00:00Z"));
    }

    @Test
    void recordsARetriedSecretOnce() {
        fixture()
                .given(integration(), firstSecret())
                .when(new AddClientSecret(APP, secret("secret0001"), null, SecretDuration.P1Y))
                .expectNoEvents();
    }

    @Test
    void refusesAnEleventhSecretWhileTenAreLive() {
        fixture()
                .given(integration())
                .andGiven(secretsEndingAt("2024-02-29T12:00:01Z", 10))
                .when(new AddClientSecret(APP, secret("secret0099"), null, SecretDuration.P1Y))
                .expectNoEvents()
                .expectException(refusesField("client_secrets", "less_than_or_equal_to"));
    }

    @Test
    void doesNotCountASecretWhoseTimeIsUp() {
        fixture()
                .given(integration())
                .andGiven(secretsEndingAt("2024-02-29T12:00:00Z", 10))
                .when(new AddClientSecret(APP, secret("secret0099"), null, SecretDuration.P1Y))
                .expectEvents(secretAdded("secret0099", "P1Y", "2025-02-28T12:00:00Z"));
    }

    @Test
    void endsASecretOnTheDayItWasMadeThreeYearsLater() {
        assertThat(SecretDuration.P3Y.endOf(Instant.parse("2025-03-01T00:00:00Z")))
                .isEqualTo(Instant.parse("2028-03-01T00:00:00Z"));
    }

    private static Object[] secretsEndingAt(String end, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> secretAdded("secret1%03d".formatted(i), "P1Y", end))
                .toArray();
    }
}
