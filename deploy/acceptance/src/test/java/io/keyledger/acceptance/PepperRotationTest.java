package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The databases are useless without the pepper, and the pepper can be rotated without invalidating a secret. */
class PepperRotationTest {
    @Test
    void keepsOldSecretsValidAndHashesNewOnesUnderTheNewKey() throws IOException, InterruptedException {
        try (var server = RunningServer.start("--keyledger.rate-limits.enabled=false")) {
            var organization = server.bootstrap().path("organization_id").asString();
            var before = new Ledger(Client.owner(server)).app(organization, "sales_channel", "before");
            server.stop();
            var old = Files.readString(server.dataDir().resolve("pepper.json"));
            rotate(server);
            server.boot();
            var after = new Ledger(Client.owner(server)).app(organization, "sales_channel", "after");

            assertThat(status(server, before)).isEqualTo(200);
            assertThat(status(server, after)).isEqualTo(200);
            server.stop();
            Files.writeString(server.dataDir().resolve("pepper.json"), old);
            server.boot();
            assertThat(status(server, before)).isEqualTo(200);
            assertThat(status(server, after)).isEqualTo(401);
        }
    }

    private static void rotate(RunningServer server) throws IOException, InterruptedException {
        var command = new ArrayList<>(server.command());
        var jar = command.indexOf("-jar") + 1;
        var rotation = new ArrayList<>(command.subList(0, jar + 1));
        rotation.addAll(List.of("rotate-pepper", "--keyledger.data-dir=" + server.dataDir()));
        var process = new ProcessBuilder(rotation)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(server.log().toFile()))
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static int status(RunningServer server, Answer app) {
        return Client.anonymous(server)
                .token(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", app.attribute("client_id").asString(),
                        "client_secret", app.attribute("client_secret").asString()))
                .status();
    }
}
