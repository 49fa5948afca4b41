package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL goes away and comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreAwayTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String READY = "/actuator/health/readiness";
    private final int operatorPort = freePort();
    private Postgres postgres;
    private RunningLedger ledger;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, InterruptedException {
        postgres = new Postgres(directory.resolve("postgres"));
        var settings =
                Stream.concat(Stream.of(postgres.settings()), Stream.of("--management.server.port=" + operatorPort));
        ledger = new RunningLedger(directory.resolve("data"), settings.toArray(String[]::new));
    }

    @AfterAll
    void stop() throws IOException {
        ledger.close();
        postgres.close();
    }

    @Test
    void goesOnWithoutItsEventStoreAndRecoversByItself() throws IOException, InterruptedException {
        assertThat(await(READY, 200, LONG)).isTrue();

        postgres.stop();
        assertThat(await(READY, 503, AT_ONCE)).as("not ready").isTrue();
        assertThat(operator("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(ledger.fetch("/livez").statusCode()).isEqualTo(200);
        assertThat(ledger.fetch("/readyz").statusCode()).isEqualTo(503);

        assertThat(ledger.oauth("/oauth/token", "grant_type", "client_credentials")
                        .statusCode())
                .as("a token needs no store")
                .isEqualTo(200);
        assertThat(ledger.get("/api/organizations").path("data").size()).isEqualTo(1);
        var write = newOrganization();
        assertThat(write.statusCode()).as(write.body()).isEqualTo(503);
        var revocation = ledger.oauth("/oauth/revoke", "token", anotherToken());
        assertThat(revocation.statusCode()).as(revocation.body()).isEqualTo(503);
        assertThat(revocation.body()).contains("\"error\":\"temporarily_unavailable\"");
        assertThat(revocation.headers().firstValueAsLong("Retry-After")).isPresent();

        postgres.start();
        assertThat(await(READY, 200, LONG)).as("ready again").isTrue();
        var again = newOrganization();
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(again.headers().map()).doesNotContainKey("keyledger-lag");
        assertThat(ledger.oauth("/oauth/revoke", "token", anotherToken()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsTheLagOfEveryViewToTheOperatorAlone() throws IOException, InterruptedException {
        assertThat(await(READY, 200, LONG)).isTrue();
        var details = RunningLedger.json(operator("/actuator/health").body()).at("/components/lag/details");

        assertThat(details.propertyNames()).contains("apps", "directory", "app-directory");
        assertThat(details.at("/apps/events").isNumber()).isTrue();
        assertThat(details.at("/apps/seconds").isNumber()).isTrue();
        assertThat(ledger.fetch("/actuator/health").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> newOrganization() throws IOException, InterruptedException {
        return ledger.post(
                "/api/organizations",
                RunningLedger.json("{\"data\":{\"type\":\"organizations\",\"attributes\":{\"name\":\"Another\"}}}"));
    }

    private String anotherToken() throws IOException, InterruptedException {
        var answer = ledger.oauth("/oauth/token", "grant_type", "client_credentials");
        return RunningLedger.json(answer.body()).path("access_token").asString();
    }

    private HttpResponse<String> operator(String path) throws IOException, InterruptedException {
        return ledger.fetch(URI.create("http://localhost:" + operatorPort + path));
    }

    private boolean await(String path, int status, Duration longest) throws IOException, InterruptedException {
        var end = System.nanoTime() + longest.toNanos();
        while (operator(path).statusCode() != status) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }

    private static int freePort() {
        try {
            return RunningLedger.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
