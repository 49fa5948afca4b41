package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which secrets are accepted, until when, and that refusals reveal nothing. */
class ClientSecretTest extends NodeTest {
    private static final int SAMPLES = 250;

    @Test
    void acceptsEveryLiveSecretOfAnApp() throws Exception {
        var app = ledger.app(ledger.organization("several"), "integration");
        var second = ledger.secret(app.id(), clock.instant().plusSeconds(60));
        var third = ledger.secret(app.id(), clock.instant().plusSeconds(60));
        settle();

        for (var secret : List.of(app.secret(), second, third)) {
            assertThat(form(app, "client_secret", secret).status()).isEqualTo(200);
        }
    }

    @Test
    void acceptsASecretOneSecondBeforeItsEndAndNotAtItsEnd() throws Exception {
        var app = ledger.app(ledger.organization("end"), "integration");
        settle();
        var end = TestClock.START.plus(Ledger.SECRET_LIFE);

        clock.set(end.minusSeconds(1));
        assertThat(form(app).status()).isEqualTo(200);
        clock.set(end);
        assertThat(form(app).status()).isEqualTo(401);
        clock.set(end.plusSeconds(1));
        assertThat(form(app).status()).isEqualTo(401);
    }

    @Test
    void acceptsNoSecretOfAnotherApp() throws Exception {
        var organization = ledger.organization("another");
        var one = ledger.app(organization, "integration");
        var other = ledger.app(organization, "integration");
        settle();

        assertThat(form(one, "client_secret", other.secret()).status()).isEqualTo(401);
    }

    @Test
    void stopsAtTheMomentTheAppIsDeleted() throws Exception {
        var app = ledger.app(ledger.organization("deleted"), "integration");
        settle();
        assertThat(form(app).status()).isEqualTo(200);

        ledger.delete(app);
        settle();

        assertThat(form(app).status()).isEqualTo(401);
    }

    @Test
    void answersAllThatFailAlike() throws Exception {
        var app = ledger.app(ledger.organization("alike"), "integration");
        var gone = ledger.app(ledger.organization("alike-gone"), "integration");
        var expired = ledger.secret(app.id(), clock.instant());
        ledger.delete(gone);
        settle();
        var failing = Stream.of(
                credentials(app, "client_id", "nobody"),
                credentials(app, "client_secret", ledger.strangersSecret()),
                credentials(app, "client_secret", "not even well formed"),
                credentials(app, "client_secret", expired),
                credentials(gone),
                withoutSecret(app));

        var answers = failing.flatMap(parameters ->
                        Stream.of(http.form("/oauth/token", parameters), http.json("/oauth/token", parameters)))
                .toList();

        assertThat(answers).allMatch(answer -> answer.status() == 401);
        assertThat(answers.stream().map(Http.Answer::text).distinct()).hasSize(2);
    }

    @Test
    void takesTheSameTimeForAnUnknownClientAndAWrongSecret() throws Exception {
        var app = ledger.app(ledger.organization("timing"), "integration");
        settle();
        var unknown = credentials(app, "client_id", "u".repeat(43), "client_secret", ledger.strangersSecret());
        var wrong = credentials(app, "client_secret", ledger.strangersSecret());

        var unknownNanos = new long[SAMPLES];
        var wrongNanos = new long[SAMPLES];
        for (int i = -SAMPLES / 2; i < SAMPLES; i++) {
            unknownNanos[Math.max(i, 0)] = nanos(unknown);
            wrongNanos[Math.max(i, 0)] = nanos(wrong);
        }

        assertThat(Duration.ofNanos(Math.abs(median(unknownNanos) - median(wrongNanos))))
                .isLessThan(Duration.ofMillis(1));
    }

    private long nanos(Map<String, String> parameters) {
        var begin = System.nanoTime();
        assertThat(http.form("/oauth/token", parameters).status()).isEqualTo(401);
        return System.nanoTime() - begin;
    }

    private static long median(long[] samples) {
        return Arrays.stream(samples)
                .sorted()
                .skip(samples.length / 2)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> withoutSecret(Ledger.App app) {
        var parameters = new HashMap<>(credentials(app));
        parameters.remove("client_secret");
        return parameters;
    }
}
