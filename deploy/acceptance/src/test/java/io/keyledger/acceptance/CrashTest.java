package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What was acknowledged survives the process, whenever it is killed. */
class CrashTest {
    private static final int KILLS = 20;

    @Test
    void losesNoAcknowledgedAppInTwentyKills() throws InterruptedException {
        try (var server = RunningServer.start("--keyledger.rate-limits.enabled=false")) {
            var organization = server.bootstrap().path("organization_id").asString();
            var acknowledged = new ArrayList<Answer>();
            for (int kill = 0; kill < KILLS; kill++) {
                var fresh = writeUntilKilled(server, organization, kill);
                server.boot();
                acknowledged.addAll(fresh);
                assertAllThere(server, fresh);
            }
            assertThat(acknowledged).hasSizeGreaterThan(KILLS);
            assertAllThere(server, acknowledged);
            assertTokensWork(server, acknowledged);
        }
    }

    private static List<Answer> writeUntilKilled(RunningServer server, String organization, int seed)
            throws InterruptedException {
        var ledger = new Ledger(Client.owner(server));
        var made = new CopyOnWriteArrayList<Answer>();
        var stopped = new AtomicBoolean();
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            writers.add(Thread.ofVirtual().start(() -> write(ledger, organization, made, stopped)));
        }
        RunningServer.pause(
                Duration.ofMillis(300 + RandomGenerator.of("L64X128MixRandom").nextInt(400) + seed));
        server.kill();
        stopped.set(true);
        for (var writer : writers) {
            writer.join();
        }
        return made;
    }

    private static void write(Ledger ledger, String organization, List<Answer> made, AtomicBoolean stopped) {
        try {
            while (!stopped.get()) {
                var answer = ledger.caller()
                        .post("/api/api_credentials", ledger.appDocument(organization, "sales_channel", "survivor"));
                if (answer.status() == 201) {
                    made.add(answer);
                }
            }
        } catch (UncheckedIOException killed) {
            assertThat(killed).hasCauseInstanceOf(java.io.IOException.class);
        }
    }

    private static void assertAllThere(RunningServer server, List<Answer> made) {
        var caller = Client.owner(server);
        for (var app : made) {
            var found = caller.get("/api/api_credentials/" + app.id());
            assertThat(found.status()).as(app.id()).isEqualTo(200);
            assertThat(found.attribute("client_id")).isEqualTo(app.attribute("client_id"));
        }
    }

    private static void assertTokensWork(RunningServer server, List<Answer> made) {
        var anybody = Client.anonymous(server);
        for (var app : made) {
            var answer = anybody.token(Map.of(
                    "grant_type", "client_credentials",
                    "client_id", app.attribute("client_id").asString(),
                    "client_secret", app.attribute("client_secret").asString()));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }
}
