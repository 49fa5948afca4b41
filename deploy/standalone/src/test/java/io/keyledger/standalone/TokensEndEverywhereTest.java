package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What ends a token on one node ends it on the other within a second: two nodes on one real PostgreSQL. {@code
 * deploy/load/ends} runs it with more rounds and prints how long it takes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensEndEverywhereTest {
    private static final int ROUNDS = Integer.getInteger("keyledger.rounds", 2);
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final String APPS = "/api/app_registrations/";

    private Postgres postgres;
    private RunningLedger one;
    private RunningLedger other;

    /** Ends the tokens of an app that were got with its first secret. */
    private interface End {
        int by(String app, String secretId, String secret) throws IOException, InterruptedException;
    }

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, InterruptedException {
        postgres = new Postgres(directory.resolve("postgres"));
        var settings = Stream.concat(
                        Stream.of(postgres.settings()),
                        Stream.of(
                                "--keyledger.issuer=https://ledger.example.com",
                                "--keyledger.rate-limits.enabled=false"))
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
    void endsTokensWithWhatTheyWereGotWith() throws IOException, InterruptedException {
        var all = new ArrayList<Duration>();
        for (var end : ends().entrySet()) {
            var times = new ArrayList<Duration>();
            for (int i = 0; i < ROUNDS; i++) {
                times.add(refusedAfter(end.getKey(), end.getValue()));
            }
            print(end.getKey(), times);
            all.addAll(times);
        }
        print("all", all);

        assertThat(all).allMatch(time -> time.compareTo(A_SECOND) < 0);
    }

    /** What a user's token opens ends with the membership, and stays ended when there is one again. */
    @Test
    void endsWhatAUsersTokenOpensWithTheMembership() throws IOException, InterruptedException {
        var times = new ArrayList<Duration>();
        for (int i = 0; i < ROUNDS; i++) {
            times.add(shutAfterTheMembership("left" + i));
        }
        print("membership ended", times);

        assertThat(times).allMatch(time -> time.compareTo(A_SECOND) < 0);
    }

    private Duration shutAfterTheMembership(String name) throws IOException, InterruptedException {
        var first = invited(name + "@example.com");
        var page = one.submit("/activate", "code", code(first)).body();
        var clientId = shown(page, "client_id");
        var secret = shown(page, "client_secret");
        var token = one.apiToken(clientId, secret);
        await(other, token, 200);

        assertThat(one.delete("/api/memberships/" + first.at("/data/id").asString())
                        .statusCode())
                .isEqualTo(204);
        var begin = System.nanoTime();
        assertThat(status(one, token)).as("on the node that was told").isEqualTo(403);
        await(other, token, 403);
        var after = Duration.ofNanos(System.nanoTime() - begin);

        var again = invited(name + "again@example.com");
        assertThat(one.accept(code(again), token)).isEqualTo(200);
        await(other, other.apiToken(clientId, secret), 200);
        assertThat(status(one, token)).isEqualTo(403);
        assertThat(status(other, token)).isEqualTo(403);
        return after;
    }

    private JsonNode invited(String address) throws IOException, InterruptedException {
        var document = RunningLedger.json("""
                {"data":{"type":"memberships",
                  "attributes":{"user_email":"%s"},
                  "relationships":{"organization":{"data":{"type":"organizations","id":"%s"}},
                    "role":{"data":{"type":"roles","id":"%s"}}}}}
                """.formatted(address, one.organization(), adminRole()));
        var answer = one.post("/api/memberships", document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningLedger.json(answer.body());
    }

    private static String code(JsonNode invited) {
        var link = invited.at("/meta/activation_url").asString();
        return link.substring(link.indexOf("code=") + "code=".length());
    }

    private static String shown(String page, String id) {
        var begin = page.indexOf("id=\"" + id + "\">") + id.length() + 6;
        return page.substring(begin, page.indexOf('<', begin));
    }

    private String adminRole() throws IOException, InterruptedException {
        return one.get("/api/organizations/" + one.organization() + "/roles?filter%5Bq%5D%5Bkind_eq%5D=admin")
                .at("/data/0/id")
                .asString();
    }

    private Map<String, End> ends() {
        var ends = new LinkedHashMap<String, End>();
        ends.put(
                "secret removed",
                (app, secretId, secret) -> one.delete(APPS + app + "/client_secrets/" + secretId + "?allow_last=true")
                        .statusCode());
        ends.put(
                "secret rotated",
                (app, secretId, secret) -> one.post(
                                APPS + app + "/client_secrets/" + secretId + "/rotate",
                                RunningLedger.json(
                                        "{\"data\":{\"type\":\"client_secrets\",\"attributes\":{\"overlap\":\"PT0S\"}}}"))
                        .statusCode());
        ends.put(
                "secret leaked",
                (app, secretId, secret) -> one.post("/api/leaked_secrets", RunningLedger.json("""
                        {"data":{"type":"leaked_secrets","attributes":{"secrets":["%s"]}}}
                        """.formatted(secret)))
                        .statusCode());
        ends.put(
                "app disabled",
                (app, secretId, secret) -> one.patch(APPS + app, RunningLedger.json("""
                        {"data":{"type":"app_registrations","id":"%s","attributes":{"_disable":true}}}
                        """.formatted(app)))
                        .statusCode());
        ends.put(
                "app deleted", (app, secretId, secret) -> one.delete(APPS + app).statusCode());
        ends.put(
                "tokens revoked",
                (app, secretId, secret) -> one.post(APPS + app + "/revoke_tokens", RunningLedger.json("{\"data\":{}}"))
                        .statusCode());
        return ends;
    }

    /** How long after the answer the other node refuses. */
    private Duration refusedAfter(String name, End end) throws IOException, InterruptedException {
        var app = newApp();
        var id = app.path("id").asString();
        var secret = app.at("/attributes/client_secret").asString();
        var secretId = one.get(APPS + id + "/client_secrets").at("/data/0/id").asString();
        var token = one.apiToken(app.at("/attributes/client_id").asString(), secret);
        await(other, token, 200);

        var status = end.by(id, secretId, secret);

        var begin = System.nanoTime();
        assertThat(status).as(name).isBetween(200, 204);
        assertThat(status(one, token)).as(name + ", on the node that was told").isEqualTo(401);
        await(other, token, 401);
        var after = Duration.ofNanos(System.nanoTime() - begin);
        await(one, token, 401);
        return after;
    }

    private static void await(RunningLedger node, String token, int status) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        while (status(node, token) != status) {
            assertThat(System.nanoTime() - begin)
                    .as("until the answer is " + status)
                    .isLessThan(A_SECOND.multipliedBy(10).toNanos());
        }
    }

    private static int status(RunningLedger node, String token) throws IOException, InterruptedException {
        return node.get("/api/roles", token).statusCode();
    }

    private JsonNode newApp() throws IOException, InterruptedException {
        var document = RunningLedger.json("""
                {"data":{"type":"app_registrations",
                  "attributes":{"name":"Robot","effective_duration":"P1Y"},
                  "relationships":{"organization":{"data":{"type":"organizations","id":"%s"}},
                    "role":{"data":{"type":"roles","id":"%s"}}}}}
                """.formatted(one.organization(), adminRole()));
        var answer = one.post("/api/app_registrations", document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningLedger.json(answer.body()).path("data");
    }

    private static void print(String name, List<Duration> times) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-16s n=%d p50=%d ms p99=%d ms max=%d ms%n",
                name,
                sorted.size(),
                sorted.get(sorted.size() / 2).toMillis(),
                sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1).toMillis(),
                sorted.getLast().toMillis());
    }
}
