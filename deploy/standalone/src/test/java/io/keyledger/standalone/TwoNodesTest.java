package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two nodes on one real PostgreSQL, each with views of its own: writes go to one, reads to the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {
    private static final int TIMES = 10;
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final String ISSUER = "--keyledger.issuer=https://ledger.example.com";

    private static final int GROUPS = 5;
    private static final String QUOTA = "--keyledger.quotas.customer-groups=" + GROUPS;

    private Postgres postgres;
    private RunningLedger one;
    private RunningLedger other;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, InterruptedException {
        postgres = new Postgres(directory.resolve("postgres"));
        var settings = Stream.concat(
                        Stream.of(postgres.settings()),
                        Stream.of(ISSUER, QUOTA, "--keyledger.rate-limits.enabled=false"))
                .toArray(String[]::new);
        one = new RunningLedger(directory.resolve("one"), settings);
        var data = Files.createDirectory(directory.resolve("other"));
        for (var shared : new String[] {"pepper.json", "keys.json", "bootstrap.json"}) {
            Files.copy(directory.resolve("one").resolve(shared), data.resolve(shared));
        }
        other = new RunningLedger(data, settings);
    }

    @AfterAll
    void stop() throws IOException {
        other.close();
        one.close();
        postgres.close();
    }

    @Test
    void stopTokensEverywhereWithinASecond(TestReporter reporter) throws IOException, InterruptedException {
        var known = new ArrayList<Duration>();
        var refused = new ArrayList<Duration>();
        for (int i = 0; i < TIMES; i++) {
            var app = newApp();
            known.add(await(app, true));
            assertThat(one.delete("/api/api_credentials/" + app.path("id").asString())
                            .statusCode())
                    .isEqualTo(204);
            assertThat(hasToken(one, app)).as("on the node that was told").isFalse();
            refused.add(await(app, false));
        }
        reporter.publishEntry("known_after", known.toString());
        reporter.publishEntry("refused_after", refused.toString());

        assertThat(refused).allMatch(time -> time.compareTo(A_SECOND) < 0);
        assertThat(known).allMatch(time -> time.compareTo(A_SECOND.multipliedBy(2)) < 0);
    }

    @Test
    void takeTheRightsOfAMemberEverywhereWithinASecond(TestReporter reporter) throws IOException, InterruptedException {
        var gone = new ArrayList<Duration>();
        for (int i = 0; i < TIMES; i++) {
            var invited = invite("member" + i + "@example.org");
            var page = one.submit("/activate", "code", code(invited)).body();
            var token = one.token(shown(page, "client_id"), shown(page, "client_secret"));
            awaitStatus("/api/organizations", token, 200);
            var id = invited.at("/data/id").asString();
            assertThat(one.delete("/api/memberships/" + id).statusCode()).isEqualTo(204);
            assertThat(one.get("/api/organizations", token).statusCode())
                    .as("on the node that was told")
                    .isEqualTo(403);
            gone.add(awaitStatus("/api/organizations", token, 403));
        }
        reporter.publishEntry("gone_after", gone.toString());

        assertThat(gone).allMatch(time -> time.compareTo(A_SECOND) < 0);
    }

    @Test
    void countAgainstAQuotaTogether() throws Exception {
        var answers = new ArrayList<Future<Integer>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4 * GROUPS; i++) {
                var node = i % 2 == 0 ? one : other;
                var group = RunningLedger.json("""
                        {"data":{"type":"customer_groups","attributes":{"name":"Group %d"},
                          "relationships":{"organization":{"data":{"type":"organizations","id":"%s"}}}}}
                        """.formatted(i, one.organization()));
                answers.add(callers.submit(
                        () -> node.post("/api/customer_groups", group).statusCode()));
            }
        }
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get());
        }

        assertThat(statuses).containsOnly(201, 422);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(GROUPS);
    }

    private JsonNode invite(String email) throws IOException, InterruptedException {
        var role = one.get("/api/roles?filter%5Bq%5D%5Bkind_eq%5D=read_only")
                .at("/data/0/id")
                .asString();
        var answer = one.post("/api/memberships", RunningLedger.json("""
                {"data":{"type":"memberships","attributes":{"user_email":"%s"},"relationships":{
                  "organization":{"data":{"type":"organizations","id":"%s"}},
                  "role":{"data":{"type":"roles","id":"%s"}}}}}
                """.formatted(email, one.organization(), role)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningLedger.json(answer.body());
    }

    private static String code(JsonNode invited) {
        var link = invited.at("/meta/activation_url").asString();
        return link.substring(link.indexOf("code=") + "code=".length());
    }

    private static String shown(String page, String id) {
        var found = Pattern.compile("id=\"" + id + "\">([^<]+)<").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    /** How long until the other node answers so. */
    private Duration awaitStatus(String path, String token, int status) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        while (other.get(path, token).statusCode() != status) {
            assertThat(System.nanoTime() - begin)
                    .isLessThan(A_SECOND.multipliedBy(10).toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    void takeTheTokensOfEachOther() throws IOException, InterruptedException {
        var app = newApp();
        await(app, true);
        var token = token(other, app);

        assertThat(one.oauth("/oauth/introspect", "token", ownerToken(other)).body())
                .contains("\"active\":true");
        assertThat(token).isNotEmpty();
    }

    @Test
    void enforceAPolicyEverywhereWithinASecond(TestReporter reporter) throws IOException, InterruptedException {
        var app = newApp();
        await(app, true);

        setPolicy("7200", true);
        assertThat(hasToken(one, app)).as("on the node that was told").isFalse();
        var refused = await(app, false);
        setPolicy("null", false);
        assertThat(hasToken(one, app)).as("on the node that was told").isTrue();
        var given = await(app, true);
        reporter.publishEntry("refused_after", refused.toString());
        reporter.publishEntry("given_after", given.toString());

        assertThat(List.of(refused, given)).allMatch(time -> time.compareTo(A_SECOND) < 0);
    }

    /** The app's tokens live for four hours. */
    private void setPolicy(String longestLifetime, boolean enforced) throws IOException, InterruptedException {
        var document = RunningLedger.json("""
                {"data":{"type":"credential_policies","id":"%s",
                  "attributes":{"max_token_lifetime":%s,"enforce_on_tokens":%s}}}
                """.formatted(one.organization(), longestLifetime, enforced));
        var answer = one.patch("/api/credential_policy", document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void takeAnAssertionOnceTogether(@TempDir Path keys) throws Exception {
        var app = newApp();
        var clientId = app.at("/attributes/client_id").asString();
        var key = SigningKey.create(keys);
        var certificate = RunningLedger.json("""
                {"data":{"type":"certificates","attributes":{"name":"robot","certificate":"%s"}}}
                """.formatted(key.encoded()));
        var uploaded = one.post("/api/app_registrations/" + app.path("id").asString() + "/certificates", certificate);
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        var keyId = RunningLedger.json(uploaded.body()).at("/data/id").asString();
        awaitKey(key, clientId, keyId);

        for (var nodes : List.of(List.of(one, other), List.of(other, one))) {
            var assertion = key.assertion(clientId, "https://ledger.example.com", keyId);
            assertThat(nodes.getFirst().assertion(assertion)).isEqualTo(200);
            assertThat(nodes.getLast().assertion(assertion))
                    .as("on the other node")
                    .isEqualTo(401);
            assertThat(nodes.getFirst().assertion(assertion))
                    .as("on the same node")
                    .isEqualTo(401);
        }
    }

    private JsonNode newApp() throws IOException, InterruptedException {
        var document = RunningLedger.json("""
                {"data":{"type":"api_credentials",
                  "attributes":{"name":"Robot","kind":"sales_channel","mode":"live"},
                  "relationships":{"organization":{"data":{"type":"organizations","id":"%s"}}}}}
                """.formatted(one.organization()));
        var answer = one.post("/api/api_credentials", document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningLedger.json(answer.body()).path("data");
    }

    /** How long until the other node says so. */
    private Duration await(JsonNode app, boolean known) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        while (hasToken(other, app) != known) {
            assertThat(System.nanoTime() - begin)
                    .isLessThan(A_SECOND.multipliedBy(10).toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Until the other node knows the certificate; each try has an assertion of its own. */
    private void awaitKey(SigningKey key, String clientId, String keyId) throws Exception {
        var begin = System.nanoTime();
        while (other.assertion(key.assertion(clientId, "https://ledger.example.com", keyId)) != 200) {
            assertThat(System.nanoTime() - begin)
                    .isLessThan(A_SECOND.multipliedBy(10).toNanos());
        }
    }

    private static boolean hasToken(RunningLedger node, JsonNode app) throws IOException, InterruptedException {
        return !token(node, app).isEmpty();
    }

    private static String token(RunningLedger node, JsonNode app) throws IOException, InterruptedException {
        return node.token(
                app.at("/attributes/client_id").asString(),
                app.at("/attributes/client_secret").asString());
    }

    private static String ownerToken(RunningLedger node) throws IOException, InterruptedException {
        var answer = node.oauth("/oauth/token", "grant_type", "client_credentials");
        return RunningLedger.json(answer.body()).path("access_token").asString();
    }
}
