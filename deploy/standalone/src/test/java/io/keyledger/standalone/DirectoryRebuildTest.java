package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.keyledger.view.follow.Rebuilds;
import io.keyledger.view.follow.Rebuilds.Outcome;
import io.keyledger.view.store.ViewsDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The directory is loaded from a view, which may have been damaged. */
class DirectoryRebuildTest {
    private static final String VIEW = "directory";
    private static final String CLIENTS = "token_apps_v5";
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @Test
    void bringsBackWhoIsMissingAndTakesAwayWhoIsTooMany() throws IOException, InterruptedException {
        JsonNode missing;
        JsonNode deleted;
        JsonNode kept;
        try (var ledger = start()) {
            missing = register(ledger, "Missing");
            deleted = register(ledger, "Deleted");
            kept = register(ledger, "Kept");
            damage(ledger, missing, deleted);
        }

        try (var ledger = start()) {
            assertThat(hasToken(ledger, missing)).isFalse();
            assertThat(hasToken(ledger, deleted)).isTrue();

            assertThat(ledger.part(Rebuilds.class).begin(VIEW)).isEqualTo(Outcome.BEGUN);
            var end = System.nanoTime() + LONGEST.toNanos();
            while (!hasToken(ledger, missing) || hasToken(ledger, deleted)) {
                assertThat(hasToken(ledger, kept)).as("at any time").isTrue();
                assertThat(System.nanoTime()).isLessThan(end);
            }
            assertThat(hasToken(ledger, kept)).isTrue();
            assertThat(hasToken(ledger, register(ledger, "New"))).isTrue();
        }
    }

    private RunningLedger start() throws IOException, InterruptedException {
        return new RunningLedger(data, "--keyledger.rate-limits.enabled=false");
    }

    /** One row is missing, and a deleted one is back. */
    private static void damage(RunningLedger ledger, JsonNode missing, JsonNode deleted)
            throws IOException, InterruptedException {
        var rows = ledger.part(ViewsDatabase.class).collection(CLIENTS);
        var ghost = rows.find(Filters.eq(id(deleted))).first();
        assertThat(ledger.delete("/api/api_credentials/" + id(deleted)).statusCode())
                .isEqualTo(204);
        rows.insertOne(Objects.requireNonNull(ghost));
        assertThat(rows.deleteOne(Filters.eq(id(missing))).getDeletedCount()).isEqualTo(1);
    }

    private static JsonNode register(RunningLedger ledger, String name) throws IOException, InterruptedException {
        var document = RunningLedger.json("""
                {"data":{"type":"api_credentials",
                  "attributes":{"name":"%s","kind":"sales_channel","mode":"live"},
                  "relationships":{"organization":{"data":{"type":"organizations","id":"%s"}}}}}
                """.formatted(name, ledger.organization()));
        return RunningLedger.json(ledger.post("/api/api_credentials", document).body())
                .path("data");
    }

    private static String id(JsonNode app) {
        return app.path("id").asString();
    }

    private static boolean hasToken(RunningLedger ledger, JsonNode app) throws IOException, InterruptedException {
        return !ledger.token(app.at("/attributes/client_id").asString(), "").isEmpty();
    }
}
