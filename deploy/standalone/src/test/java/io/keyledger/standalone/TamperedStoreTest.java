package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.standalone.EventRows.Tampering;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * An attacker with all rights on the database changes events, and has the views rebuilt from them, so that every hash
 * fits. Checkpoints signed before show where. Every entry is signed here, so that the position is exact.
 */
class TamperedStoreTest {
    private static final int APPS = 6;
    private static final String EXPORT = "/api/audit_events/export?format=ndjson";
    private static final String[] SIGN_EACH = {
        "--keyledger.audit.checkpoint-entries=1",
        "--keyledger.audit.look=PT0.1S",
        "--keyledger.rate-limits.enabled=false"
    };

    @TempDir
    Path directory;

    private String before = "";
    private String keys = "";

    @Test
    void isFoundInSqlite() throws Exception {
        var data = directory.resolve("data");
        var file = data.resolve("events.db");
        makeHistory(data);
        for (var tampering : Tampering.values()) {
            var copy = Files.copy(file, directory.resolve("events." + tampering));
            try (var rows = EventRows.of("jdbc:sqlite:" + file)) {
                rows.change(tampering);
            }
            checkFound(tampering, data);
            Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        }
        checkNothingFound(data);
    }

    @Test
    void isFoundInPostgresql() throws Exception {
        try (var postgres = new Postgres(directory.resolve("postgres"))) {
            var data = directory.resolve("data");
            makeHistory(data, postgres.settings());
            for (var tampering : Tampering.values()) {
                try (var rows = EventRows.of(postgres.url())) {
                    rows.keep();
                    rows.change(tampering);
                    checkFound(tampering, data, postgres.settings());
                    rows.putBack();
                }
            }
            checkNothingFound(data, postgres.settings());
        }
    }

    /** Each app is an entry, and each entry has its signature before the next is made. */
    private void makeHistory(Path data, String... settings) throws IOException, InterruptedException {
        try (var ledger = new RunningLedger(data, all(settings))) {
            awaitSignature(ledger);
            for (int i = 0; i < APPS; i++) {
                var answer = ledger.post("/api/api_credentials", app(ledger.organization(), EventRows.NAME + i));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                awaitSignature(ledger);
            }
            before = ledger.download(EXPORT);
            keys = ledger.fetch("/oauth/jwks").body();
        }
    }

    private static JsonNode app(String organization, String name) {
        return RunningLedger.json("""
                {"data":{"type":"api_credentials",
                  "attributes":{"name":"%s","kind":"sales_channel","mode":"live"},
                  "relationships":{"organization":{"data":{"type":"organizations","id":"%s"}}}}}
                """.formatted(name, organization));
    }

    private static void awaitSignature(RunningLedger ledger) throws IOException, InterruptedException {
        var end = System.nanoTime() + 20_000_000_000L;
        while (position(ledger, "audit_checkpoints") < position(ledger, "audit_events")) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static long position(RunningLedger ledger, String resource) throws IOException, InterruptedException {
        return ledger.get("/api/" + resource).at("/data/0/attributes/position").asLong(0);
    }

    private void checkFound(Tampering tampering, Path data, String... settings)
            throws IOException, InterruptedException {
        try (var ledger = withViewsMadeAnew(data, settings)) {
            var broken = positionOf(tampering);
            assertThat(verification(ledger).path("first_broken_position").asLong())
                    .as(tampering.name())
                    .isEqualTo(broken);
            assertThat(offline(ledger.download(EXPORT))).as(tampering.name()).contains("broken at position " + broken);
        }
    }

    private void checkNothingFound(Path data, String... settings) throws IOException, InterruptedException {
        try (var ledger = withViewsMadeAnew(data, settings)) {
            assertThat(verification(ledger).path("valid").asBoolean()).isTrue();
            assertThat(offline(ledger.download(EXPORT))).contains("complete and unchanged");
        }
    }

    private RunningLedger withViewsMadeAnew(Path data, String... settings) throws IOException, InterruptedException {
        try (var files = Files.list(data.resolve("views"))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        return new RunningLedger(data, all(settings));
    }

    /** Where the first of the changed events stood in the log. */
    private long positionOf(Tampering tampering) {
        return entries(before)
                .filter(entry -> entry.at("/changes/name/1").asString("").equals(EventRows.NAME + tampering.first()))
                .findFirst()
                .orElseThrow()
                .path("position")
                .asLong();
    }

    private static JsonNode verification(RunningLedger ledger) throws IOException, InterruptedException {
        return ledger.get("/api/audit_events/verification").at("/data/0/attributes");
    }

    /** The result of the offline check of the present log together with all checkpoints signed before. */
    private String offline(String now) throws IOException {
        var lines = new ArrayList<>(List.of(now.split("\n", -1)));
        lines.removeIf(line -> line.isEmpty() || line.contains("\"checkpoint\":"));
        before.lines().filter(line -> line.contains("\"checkpoint\":")).forEach(lines::add);
        var export = Files.write(directory.resolve("export.ndjson"), lines);
        var jwks = Files.writeString(directory.resolve("jwks.json"), keys);
        var said = new ByteArrayOutputStream();
        new AuditVerification(new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(AuditVerification.COMMAND, export.toString(), "--jwks", jwks.toString());
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Stream<JsonNode> entries(String export) {
        return export.lines().map(RunningLedger::json).filter(line -> line.has("position"));
    }

    private static String[] all(String... settings) {
        return Stream.concat(Stream.of(SIGN_EACH), Stream.of(settings)).toArray(String[]::new);
    }
}
