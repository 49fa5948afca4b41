package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.acceptance.Json.Ref;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The content of the audit log, and that changes to it are detected. */
@ExtendWith(SharedServer.class)
class AuditTest {
    private static final String LOG = "/api/audit_events";

    private final RunningServer server;
    private final Client owner;
    private final Ledger ledger;

    AuditTest(RunningServer server) {
        this.server = server;
        this.owner = Client.owner(server);
        this.ledger = new Ledger(owner);
    }

    @Test
    void exportsInOneOfTwoFormats() {
        for (var query : List.of("?format=null", "?format=csv&format=csv", "?format=", "?format=xml")) {
            assertThat(owner.get(LOG + "/export" + query).status()).as(query).isEqualTo(400);
        }
    }

    @Test
    void tellsWhoChangedWhatFromWhere() {
        var app = ledger.app(organization(), "sales_channel", "before");
        var changed = owner.send(
                "PATCH",
                "/api/api_credentials/" + app.id(),
                Json.document("api_credentials", app.id(), Map.of("name", "after", "expires_in", 9000), Map.of()),
                Map.of("X-Request-Id", "audit-request-1", "User-Agent", "auditor/1.0"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);

        var entries = entries("request_id_eq", "audit-request-1");
        assertThat(entries).hasSize(1);
        var entry = entries.getFirst();
        assertThat(entry.at("/attributes/app_id").asString()).isEqualTo(app.id());
        assertThat(entry.at("/attributes/user_agent").asString()).isEqualTo("auditor/1.0");
        assertThat(entry.at("/attributes/ip").asString()).isEqualTo("127.0.0.1");
        assertThat(entry.at("/attributes/actor/kind").asString()).isEqualTo("user");
        assertThat(entry.at("/attributes/actor/name").asString()).isEqualTo("owner@localhost");
        assertThat(entry.at("/attributes/changes/name").toString()).isEqualTo("[\"before\",\"after\"]");
        assertThat(entry.at("/attributes/changes/expires_in").toString()).isEqualTo("[14400,9000]");
        assertThat(entries("app_id_eq", app.id())).hasSize(2);
        assertThat(entries("app_id_eq", app.id(), "type_eq", "token_lifetime.changed"))
                .hasSize(1);
        assertThat(entries("app_id_eq", app.id(), "type_eq", "client_secret.added"))
                .hasSize(1);
    }

    /** An organization's policy has its id, too: which of the two an entry is about is part of its hash. */
    @Test
    void tellsOfAnOrganizationWhatHappenedToIt() {
        var entries = entries("type_eq", "organization.registered");
        assertThat(entries)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(
                                entry.at("/attributes/resource_type").asString())
                        .isEqualTo("organizations"));
    }

    @Test
    void isFoundByItsWords() {
        var app = ledger.app(organization(), "sales_channel", "Überraschung No 77");
        var found = owner.get(LOG + "?filter%5Btext%5D=no+%C3%BCberraschung+" + app.id());
        assertThat(found.data()).hasSize(1);
        assertThat(owner.get(LOG + "?filter%5Btext%5D=nowhere" + app.id()).data())
                .isEmpty();
        assertThat(owner.get(LOG + "?filter%5Btext%5D=--").status()).isEqualTo(400);
    }

    @Test
    void isWrittenByNobody() {
        var entry = owner.get(LOG).data().path(0).path("id").asString();
        for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            for (var path : List.of(LOG, LOG + '/' + entry, LOG + "/export", "/api/audit_checkpoints")) {
                var answer = owner.send(method, path, "{}", Map.of());
                assertThat(answer.status()).as(method + " " + path).isEqualTo(405);
            }
        }
    }

    @Test
    void isSeenByItsOrganizationAlone() {
        var other = ledger.organization("Audited elsewhere");
        var stranger = ledger.integration(other, ledger.role(other, "read_only"));
        var mine = owner.get(LOG + "?filter%5Bq%5D%5Borganization_id_eq%5D=" + organization())
                .data()
                .path(0)
                .path("id")
                .asString();
        assertThat(stranger.get(LOG + '/' + mine).status()).isEqualTo(404);
        assertThat(stranger.get(LOG + "?filter%5Bq%5D%5Borganization_id_eq%5D=" + organization())
                        .data())
                .isEmpty();
        var lines = export(stranger, "").lines().map(Json::read).toList();
        assertThat(lines.stream().filter(line -> line.has("organization_id")))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.path("organization_id").asString()).isEqualTo(other));
        assertThat(stranger.get(LOG + "/verification").data())
                .hasSize(1)
                .allSatisfy(one -> assertThat(one.path("id").asString()).isEqualTo(other));
    }

    @Test
    void isNotForThoseWhoMayNotReadIt() {
        var organization = ledger.organization("Audited in private");
        var role = Ledger.made(owner.post(
                        "/api/roles",
                        Json.document(
                                "roles",
                                null,
                                Map.of("name", "Nothing"),
                                Map.of("organization", new Ref("organizations", organization)))))
                .id();
        var clerk = ledger.integration(organization, role);
        for (var path : List.of(LOG, LOG + "/verification", "/api/audit_checkpoints")) {
            assertThat(clerk.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(clerk.send("GET", LOG + "/export", null, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void provesItselfOffline(@TempDir Path directory) throws IOException, InterruptedException {
        var organization = ledger.organization("Audited offline");
        ledger.app(organization, "sales_channel", "one");
        ledger.app(organization, "webapp", "two");
        var text = export(owner, "?filter%5Bq%5D%5Borganization_id_eq%5D=" + organization);
        var lines = new ArrayList<>(text.lines().toList());
        Files.writeString(
                directory.resolve("jwks.json"),
                Client.anonymous(server)
                        .send("GET", "/oauth/jwks", null, Map.of("Accept", "*/*"))
                        .text());

        assertThat(verify(directory, lines)).startsWith("0 ").contains("complete and unchanged");
        var second = lines.get(1);
        lines.set(1, second.replace("\"position\":2", "\"position\":2,\"more\":1"));
        assertThat(verify(directory, lines)).startsWith("1 ").contains("broken at position 2");
        lines.set(1, second);
        lines.remove(lines.size() - 2);
        assertThat(verify(directory, lines)).startsWith("1 ").contains("broken at position " + lines.size());
        lines.removeLast();
        assertThat(verify(directory, lines)).startsWith("1 ").contains("no signature");
    }

    @Test
    void tellsOfFailedAuthenticationsAsOne() throws InterruptedException {
        var app = ledger.app(organization(), "sales_channel", "guessed at");
        var form = Map.of(
                "grant_type", "client_credentials",
                "client_id", app.attribute("client_id").asString(),
                "client_secret", "klsec_live_guessed");
        for (int guess = 0; guess < 20; guess++) {
            assertThat(Client.anonymous(server).token(form).status()).isEqualTo(401);
        }
        var entries = awaited("app_id_eq", app.id(), "type_eq", "client_authentication.failed");
        assertThat(entries).hasSizeBetween(1, 2);
        var details = entries.getFirst().at("/attributes/details");
        assertThat(details.path("reason").asString()).isEqualTo("wrong_secret");
        assertThat(details.path("addresses").toString()).isEqualTo("[\"127.0.0.1\"]");
        assertThat(entries.getFirst().toString()).doesNotContain("klsec_live_guessed");
    }

    @Test
    void tellsOfRefusedAccess() throws InterruptedException {
        var organization = ledger.organization("Refused");
        var reader = ledger.integration(organization, ledger.role(organization, "read_only"));
        var refused = reader.post("/api/api_credentials", ledger.appDocument(organization, "sales_channel", "none"));
        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        var entries = awaited("organization_id_eq", organization, "type_eq", "access.refused");
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().at("/attributes/details/operation").asString())
                .isEqualTo("POST /api/api_credentials");
        assertThat(entries.getFirst().at("/attributes/actor/name").asString()).isEqualTo("robot");
    }

    private List<JsonNode> awaited(String... filters) throws InterruptedException {
        for (int look = 0; look < 100 && entries(filters).isEmpty(); look++) {
            Thread.sleep(100);
        }
        return entries(filters);
    }

    @Test
    void isWhole() {
        assertThat(owner.get(LOG + "/verification").data()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.at("/attributes/valid").asBoolean())
                    .as(one.toString())
                    .isTrue();
            assertThat(one.at("/attributes/hash").asString()).hasSize(64);
        });
    }

    @Test
    void writesWhatIsDangerousElsewhereAsText() {
        var organization = ledger.organization("Audited for spreadsheets");
        var names = List.of("=cmd()|' /C calc'!A0", "<script>alert(1)</script>", "+1", "\"quoted\", and more");
        names.forEach(name -> ledger.app(organization, "sales_channel", name));
        var agents = owner.send(
                "PATCH",
                "/api/organizations/" + organization,
                Json.document("organizations", organization, Map.of("support_phone", "1"), Map.of()),
                Map.of("User-Agent", "=HYPERLINK(1)"));
        assertThat(agents.status()).as(agents.text()).isEqualTo(200);

        var csv = export(owner, "?format=csv&filter%5Bq%5D%5Borganization_id_eq%5D=" + organization);
        assertThat(csv.lines())
                .allSatisfy(line -> assertThat(line).startsWith("\"").endsWith("\""))
                .noneMatch(line -> line.matches(".*(^|,)\"[=+@-].*"));
        assertThat(csv).contains("\"'=HYPERLINK(1)\"").contains("\r\n");
        assertThat(csv.chars().filter(c -> c < ' ' && c != '\r' && c != '\n')).isEmpty();
        var ndjson = export(owner, "?filter%5Bq%5D%5Borganization_id_eq%5D=" + organization);
        assertThat(ndjson.lines()
                        .map(Json::read)
                        .map(line -> line.at("/changes/name/1").asString("")))
                .containsAll(names);
    }

    @Test
    void refusesAnExportThatItDoesNotKnow() {
        assertThat(status("?format=xml")).isEqualTo(400);
        assertThat(status("?page%5Bsize%5D=2")).isEqualTo(400);
        assertThat(status("?filter%5Bq%5D%5Bnothing_eq%5D=2")).isEqualTo(400);
    }

    private int status(String query) {
        return owner.send("GET", LOG + "/export" + query, null, Map.of()).status();
    }

    private static String export(Client caller, String query) {
        var answer = caller.send("GET", LOG + "/export" + query, null, Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private List<JsonNode> entries(String... filters) {
        var query = new StringBuilder(LOG + '?');
        for (int i = 0; i < filters.length; i += 2) {
            query.append("filter%5Bq%5D%5B" + filters[i] + "%5D=" + filters[i + 1] + '&');
        }
        var answer = owner.get(query.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return List.copyOf(answer.data().values());
    }

    private String verify(Path directory, List<String> lines) throws IOException, InterruptedException {
        Files.write(directory.resolve("export.ndjson"), lines);
        var jar = server.command().indexOf("-jar") + 1;
        var command = Stream.concat(
                        server.command().subList(0, jar + 1).stream(),
                        Stream.of("verify-audit", "export.ndjson", "--jwks", "jwks.json"))
                .toList();
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + output;
    }

    private String organization() {
        return server.bootstrap().path("organization_id").asString();
    }
}
