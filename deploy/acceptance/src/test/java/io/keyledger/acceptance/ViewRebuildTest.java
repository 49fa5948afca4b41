package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rebuilds by the management port, while the service goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewRebuildTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private RunningServer server;
    private Operator operator;

    @BeforeAll
    void start() {
        server = RunningServer.startWithOperator("--keyledger.rate-limits.enabled=false");
        operator = new Operator(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void losesNothingThatIsWrittenMeanwhile() throws InterruptedException {
        var before = generations();
        var load = new Load(
                new Ledger(Client.owner(server)),
                server.bootstrap().path("organization_id").asString());
        var writer = Thread.ofVirtual().start(load::run);
        for (var view : operator.views().propertyNames()) {
            assertThat(operator.rebuild(view).status()).as(view).isEqualTo(202);
        }
        var deadline = System.nanoTime() + LONG.toNanos();
        while (isUnderWay()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            assertThat(operator.get("/actuator/health/readiness").status()).isEqualTo(200);
            RunningServer.pause(Duration.ofMillis(100));
        }
        RunningServer.pause(Duration.ofMillis(200));
        load.ended.set(true);
        writer.join();

        assertThat(load.failures).isEmpty();
        assertThat(load.made).hasSizeGreaterThan(3);
        assertThat(generations())
                .isEqualTo(before.stream().map(number -> number + 1).toList());
        load.made.forEach(load::look);
        assertThat(load.failures).isEmpty();
    }

    @Test
    void tellsHowEveryViewIsKept() {
        var apps = operator.views().path("apps");
        assertThat(apps.path("generation").asInt()).isPositive();
        assertThat(apps.path("position").asLong()).isPositive();
        assertThat(apps.at("/lag/events").isNumber()).isTrue();
        assertThat(apps.has("rebuild")).isTrue();
        assertThat(operator.views().propertyNames())
                .contains("organizations", "access", "customers", "audit", "expiries", "lifetimes", "directory");
    }

    @Test
    void rebuildsOneViewOnceAtATime() {
        assertThat(operator.rebuild("customers").status()).isEqualTo(202);
        var again = operator.rebuild("customers");
        assertThat(again.status()).as(again.text()).isEqualTo(409);
        assertThat(operator.views().at("/customers/rebuild/done").isNumber()).isTrue();
        assertThat(operator.get("/actuator/health")
                        .json()
                        .at("/components/lag/details/customers/rebuilt")
                        .isNumber())
                .isTrue();
        assertThat(operator.get("/actuator/prometheus").text())
                .containsPattern("keyledger_view_rebuilt\\{view=\"customers\"} [01]\\.");
        assertThat(operator.rebuild("nothing").status()).isEqualTo(404);
        while (isUnderWay()) {
            RunningServer.pause(Duration.ofMillis(100));
        }
    }

    @Test
    void isNotAtTheDoorOfTheApi() {
        assertThat(Client.anonymous(server).get("/actuator/views").status()).isEqualTo(404);
        assertThat(Client.owner(server).post("/actuator/views/apps", "").status())
                .isEqualTo(404);
    }

    private boolean isUnderWay() {
        for (var view : operator.views()) {
            if (view.path("rebuild").isObject()) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> generations() {
        var all = new ArrayList<Integer>();
        operator.views().forEach(view -> all.add(view.path("generation").asInt()));
        return all;
    }

    /** A user who registers, renames and deletes apps, and checks at once that reads show it. */
    private record Load(
            Ledger ledger, String organization, Queue<Answer> made, Queue<String> failures, AtomicBoolean ended) {
        Load(Ledger ledger, String organization) {
            this(
                    ledger,
                    organization,
                    new ConcurrentLinkedQueue<>(),
                    new ConcurrentLinkedQueue<>(),
                    new AtomicBoolean());
        }

        void run() {
            for (int i = 1; !ended.get(); i++) {
                var app = ledger.app(organization, "sales_channel", "meanwhile");
                look(app);
                made.add(app);
                if (i % 3 == 0) {
                    made.forEach(this::look);
                    var first = made.remove();
                    expect(ledger.caller().delete(path(first)), 204);
                    expect(ledger.caller().get(path(first)), 404);
                }
            }
        }

        void look(Answer app) {
            expect(ledger.caller().get(path(app)), 200);
        }

        private void expect(Answer answer, int status) {
            if (answer.status() != status || !answer.header("Keyledger-Lag").isEmpty()) {
                failures.add(answer.toString());
            }
        }

        private static String path(Answer app) {
            return "/api/api_credentials/" + app.id();
        }
    }
}
