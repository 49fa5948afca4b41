package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The views are derived: without their files the service makes them again from the events. */
class RebuildTest {
    private static final List<String> TYPES = List.of(
            "organizations",
            "api_credentials",
            "roles",
            "permissions",
            "memberships",
            "customers",
            "customer_groups",
            "versions");

    @Test
    void showsTheSameAfterTheViewsWereDeleted() throws IOException {
        try (var server = RunningServer.start("--keyledger.rate-limits.enabled=false")) {
            var organization = server.bootstrap().path("organization_id").asString();
            makeHistory(new Ledger(Client.owner(server)), organization);
            var before = everything(server);

            server.stop();
            deleteViews(server);
            server.boot();

            assertThat(everything(server)).isEqualTo(before);
        }
    }

    @Test
    void startsWithViewsThatAreDamaged() throws IOException {
        try (var server = RunningServer.start("--keyledger.rate-limits.enabled=false")) {
            makeHistory(
                    new Ledger(Client.owner(server)),
                    server.bootstrap().path("organization_id").asString());
            var before = everything(server);

            server.stop();
            damageViews(server);
            server.boot();

            assertThat(everything(server)).isEqualTo(before);
        }
    }

    private static void makeHistory(Ledger ledger, String organization) {
        for (var kind : new String[] {"orders", "integration", "webapp", "sales_channel"}) {
            var app = ledger.app(organization, kind, "history " + kind);
            var renamed = ledger.caller()
                    .patch(
                            "/api/api_credentials/" + app.id(),
                            Json.document(
                                    "api_credentials",
                                    app.id(),
                                    Map.of(
                                            "name",
                                            "renamed",
                                            "expires_in",
                                            9000,
                                            "metadata",
                                            Map.of("a.b", Map.of("$c", 1))),
                                    Map.of()));
            assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
        }
        var gone = ledger.app(organization, "skus", "gone");
        assertThat(ledger.caller().delete("/api/api_credentials/" + gone.id()).status())
                .isEqualTo(204);
        var customers = List.of(ledger.customer(organization, "one"), ledger.customer(organization, "two"));
        var group = ledger.groupDocument(organization, "both", customers);
        Ledger.made(ledger.caller().post("/api/customer_groups", group));
        ledger.organization("Second organization");
    }

    private static Map<String, JsonNode> everything(RunningServer server) {
        var caller = Client.owner(server);
        var all = new LinkedHashMap<String, JsonNode>();
        for (var type : TYPES) {
            for (int page = 1; page <= 4; page++) {
                all.put(
                        type + page,
                        caller.get("/api/" + type + "?page%5Bsize%5D=25&page%5Bnumber%5D=" + page)
                                .data());
            }
        }
        return all;
    }

    private static void deleteViews(RunningServer server) {
        Directories.files(server.dataDir()).stream()
                .filter(file -> server.dataDir().relativize(file).startsWith("views"))
                .forEach(RebuildTest::delete);
    }

    private static void damageViews(RunningServer server) throws IOException {
        for (var file : Directories.files(server.dataDir())) {
            if (server.dataDir().relativize(file).startsWith("views")) {
                Files.writeString(file, "this is no database");
            }
        }
    }

    private static void delete(java.nio.file.Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
