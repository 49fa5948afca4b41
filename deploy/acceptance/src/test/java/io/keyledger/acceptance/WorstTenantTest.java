package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * One tenant does its worst to a server with the shipped heap and without rate limits, another works meanwhile. How much
 * longer the other waits is measured by {@code deploy/load/tenants}; here: it is answered, its audit log is complete,
 * and afterwards everything is as before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorstTenantTest {
    private static final int APPS = 60;
    private static final int ROUNDS = 15;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String WRONG = "klsec_live_0123456789012345678901234567890123456789012345678";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Answer> apps = new ArrayList<>();
    private RunningServer server;
    private Client victim;
    private String organization;
    private Client worst;

    @BeforeAll
    void start() {
        server =
                RunningServer.startWithOperator("--keyledger.rate-limits.enabled=false", "--keyledger.audit.look=PT1S");
        victim = Client.owner(server);
        organization = server.bootstrap().path("organization_id").asString();
        var other = new Ledger(victim).organization("Worst");
        worst = new Ledger(victim).integration(other, new Ledger(victim).role(other, "admin"));
        var ledger = new Ledger(worst);
        for (int i = 0; i < APPS; i++) {
            apps.add(ledger.app(other, "sales_channel", "Worst " + i));
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void standsInNobodysWayWithSearches() {
        var wanted = "name_or_kind_or_mode_or_reference_or_reference_origin_or_client_id_cont";
        workBeside(20, i -> get("/api/app_registrations?filter" + encoded("[q][" + wanted + "]") + "=zz" + i));
        workBeside(20, i -> get("/api/audit_events?filter" + encoded("[text]") + "=zz" + i));
    }

    @Test
    void standsInNobodysWayWithVerifications() {
        workBeside(20, i -> get("/api/audit_events/verification"));
    }

    @Test
    void standsInNobodysWayWithAllThatItMayWrite() {
        workBeside(8, i -> {
            var app = apps.get(i % APPS);
            var change = Json.document("api_credentials", app.id(), Map.of("metadata", fullMetadata(i)), Map.of());
            return worst("/api/api_credentials/" + app.id()).method("PATCH", BodyPublishers.ofString(change));
        });
    }

    @Test
    void standsInNobodysWayWithRefusals() {
        workBeside(8, i -> {
            var form = "grant_type=client_credentials&client_secret=" + WRONG + "&client_id="
                    + apps.get(i % APPS).attribute("client_id").asString();
            return request("/oauth/token")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form));
        });
    }

    /** Sixteen kilobytes in as many members as may be. */
    private static Map<String, String> fullMetadata(int turn) {
        var all = new LinkedHashMap<String, String>();
        for (int i = 0; i < 60; i++) {
            all.put("%02d-%s".formatted(i, "k".repeat(97)), "%08d-%s".formatted(turn, "v".repeat(110)));
        }
        return all;
    }

    /** Many threads of one tenant send these requests one after the other while the other tenant works. */
    private void workBeside(int threads, IntFunction<HttpRequest.Builder> requests) {
        var answers = new ConcurrentHashMap<Integer, AtomicInteger>();
        var ended = new AtomicBoolean();
        var turn = new AtomicInteger();
        var attackers = IntStream.range(0, threads)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    while (!ended.get()) {
                        answers.computeIfAbsent(send(requests.apply(turn.getAndIncrement())), s -> new AtomicInteger())
                                .incrementAndGet();
                    }
                }))
                .toList();
        try {
            work();
        } finally {
            ended.set(true);
        }
        for (var attacker : attackers) {
            join(attacker);
        }
        assertThat(answers.keySet()).as(answers.toString()).allMatch(status -> status < 500);
        assertWhole();
    }

    /** A new app, changes, tokens, and one failed attempt, the first, which the audit log shows soon. */
    private void work() {
        var app = new Ledger(victim).app(organization, "sales_channel", "Victim's");
        var form = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                app.attribute("client_id").asString());
        for (int i = 0; i < ROUNDS; i++) {
            var name = "round " + System.nanoTime();
            var change = Json.document("api_credentials", app.id(), Map.of("name", name), Map.of());
            var changed = victim.patch("/api/api_credentials/" + app.id(), change);
            assertThat(changed.status()).as(changed.text()).isEqualTo(200);
            assertThat(changed.attribute("name").asString()).isEqualTo(name);
            assertThat(victim.token(form).status()).isEqualTo(200);
        }
        var wrong = new LinkedHashMap<>(form);
        wrong.put("client_secret", WRONG);
        assertThat(victim.token(wrong).status()).isEqualTo(401);
        await(() -> isAudited(app));
    }

    private boolean isAudited(Answer app) {
        return !victim.get("/api/audit_events?filter" + encoded("[q][type_eq]") + "=client_authentication.failed&filter"
                        + encoded("[q][app_id_eq]") + "=" + app.id())
                .data()
                .isEmpty();
    }

    /** All views show everything again, and the node says that it is well. */
    private void assertWhole() {
        var operator = new Operator(server);
        await(() -> operator.views()
                .valueStream()
                .allMatch(view -> view.at("/lag/events").asLong() == 0));
        var health = operator.get("/actuator/health");
        assertThat(health.status()).as(health.text()).isEqualTo(200);
    }

    private HttpRequest.Builder get(String path) {
        return worst(path).GET();
    }

    private HttpRequest.Builder worst(String path) {
        return request(path)
                .header("Authorization", "Bearer " + worst.bearer())
                .header("Accept", Client.JSON_API)
                .header("Content-Type", Client.JSON_API);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.uri(path)).timeout(Duration.ofMinutes(1));
    }

    private int send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 599;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier reached) {
        var deadline = System.nanoTime() + SOON.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("reached in time").isLessThan(deadline);
            RunningServer.pause(Duration.ofMillis(200));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
