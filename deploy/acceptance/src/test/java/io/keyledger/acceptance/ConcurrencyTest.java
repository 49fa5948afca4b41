package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Versions and retries: nothing is overwritten unseen, nothing is made twice. */
class ConcurrencyTest {
    @Test
    void letsExactlyOneOfAHundredParallelChangesThrough() throws Exception {
        try (var server = RunningServer.start("--keyledger.rate-limits.enabled=false")) {
            var ledger = ledger(server);
            var app = ledger.app(organization(server), "orders", "contested");
            var etag = app.header("ETag");
            var answers = inParallel(
                    100,
                    i -> () -> ledger.caller()
                            .send(
                                    "PATCH",
                                    "/api/api_credentials/" + app.id(),
                                    renamed(app.id(), i),
                                    Map.of("If-Match", etag)));

            assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
            assertThat(answers).filteredOn(a -> a.status() == 412).hasSize(99);
        }
    }

    @Test
    void makesOneAppOfParallelRequestsWithOneKeyAlsoAfterACrash() throws Exception {
        try (var server = RunningServer.start("--keyledger.rate-limits.enabled=false")) {
            var ledger = ledger(server);
            var body = ledger.appDocument(organization(server), "orders", "once");
            var key = Map.of("Idempotency-Key", "one-key");
            var answers = inParallel(20, i -> () -> ledger.caller().send("POST", "/api/api_credentials", body, key));

            assertThat(answers)
                    .allSatisfy(a -> assertThat(a.status()).as(a.text()).isEqualTo(201));
            assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
            assertThat(answers)
                    .filteredOn(a -> !a.attribute("client_secret").isNull())
                    .hasSize(1);

            server.kill();
            server.boot();
            var caller = Client.owner(server);
            var afterwards = caller.send("POST", "/api/api_credentials", body, key);
            assertThat(afterwards.id()).isEqualTo(answers.getFirst().id());
            var other = caller.send("POST", "/api/api_credentials", body.replace("once", "twice"), key);
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        }
    }

    private static Ledger ledger(RunningServer server) {
        return new Ledger(Client.owner(server));
    }

    private static String organization(RunningServer server) {
        return server.bootstrap().path("organization_id").asString();
    }

    private static String renamed(String id, int i) {
        return Json.document("api_credentials", id, Map.of("name", "name " + i), Map.of());
    }

    private interface Request {
        Callable<Answer> number(int i);
    }

    private static List<Answer> inParallel(int count, Request request) throws InterruptedException, ExecutionException {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Answer>>();
            for (int i = 0; i < count; i++) {
                running.add(pool.submit(request.number(i)));
            }
            var answers = new ArrayList<Answer>();
            for (var future : running) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
