package io.keyledger.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A secret is shown once and is nowhere afterwards: not on disk, not in a log, not in memory. More of them than the build
 * takes: {@code -DargLine=-Dkeyledger.canaries=1000}.
 */
class SecrecyTest {
    private static final int SECRETS = Integer.getInteger("keyledger.canaries", 100);

    @Test
    void leavesNoTraceOfASecretAnywhere() throws IOException, InterruptedException {
        try (var server = RunningServer.start("--keyledger.rate-limits.enabled=false", "--logging.level.root=INFO")) {
            var secrets = registerApps(server);
            var dump = heapDump(server);

            for (var file : Directories.files(server.dataDir())) {
                if (!file.endsWith("bootstrap.json")) {
                    assertHoldsNone(file, secrets);
                }
            }
            assertHoldsNone(server.log(), secrets);
            assertHoldsNone(dump, secrets);
        }
    }

    private static List<String> registerApps(RunningServer server) {
        var ledger = new Ledger(Client.owner(server));
        var organization = server.bootstrap().path("organization_id").asString();
        var role = ledger.role(organization, "admin");
        var secrets = new ArrayList<String>();
        for (int i = 0; i < SECRETS; i++) {
            var app = ledger.app(organization, "sales_channel", "canary " + i);
            secrets.add(app.attribute("client_secret").asString());
            if (i % 5 == 0) {
                secrets.addAll(rotated(ledger, app));
            }
        }
        ledger.integration(organization, role);
        return secrets;
    }

    /** A secret that was rotated, used, and reported as leaked, and one that was removed. */
    private static List<String> rotated(Ledger ledger, Answer app) {
        var path = "/api/app_registrations/" + app.id() + "/client_secrets";
        var body = Json.document("client_secrets", Map.of("effective_duration", "P1Y"));
        var added = Ledger.made(ledger.caller().post(path, body));
        var rotated = Ledger.made(ledger.caller().post(path + "/" + added.id() + "/rotate", body));
        var removed = Ledger.made(ledger.caller().post(path, body));
        ledger.caller().delete(path + "/" + removed.id());
        var secrets = Stream.of(added, rotated, removed)
                .map(answer -> answer.attribute("client_secret").asString())
                .toList();
        ledger.caller()
                .token(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", app.attribute("client_id").asString(),
                        "client_secret", secrets.getFirst()));
        ledger.caller().post("/api/leaked_secrets", Json.document("leaked_secrets", Map.of("secrets", secrets)));
        return secrets;
    }

    private static Path heapDump(RunningServer server) throws IOException, InterruptedException {
        var file = server.dataDir().resolveSibling("heap.hprof");
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(server.pid()), "GC.heap_dump", file.toString())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(file).exists();
        return file;
    }

    private static void assertHoldsNone(Path file, List<String> secrets) throws IOException {
        var content = new String(Files.readAllBytes(file), ISO_8859_1);
        for (var secret : secrets) {
            assertThat(content.contains(secret))
                    .as("%s holds a secret", file.getFileName())
                    .isFalse();
        }
    }
}
