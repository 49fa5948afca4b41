package io.keyledger.command.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.bus.TestLedger;
import io.keyledger.command.eventstore.LedgerTransactions;
import io.keyledger.command.eventstore.UseTables;
import io.keyledger.kernel.assertion.UsedAssertions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What every database has to do: an assertion is used once, whatever happens to the nodes. */
abstract class UsedAssertionsContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant END = NOON.plusSeconds(60);
    private static final int AT_ONCE = 32;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext ledger;

    @SuppressWarnings("NullAway.Init")
    private String[] settings;

    abstract String[] settings() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        settings = settings();
        start();
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void takesAnAssertionOnce() {
        var node = node(NOON);

        assertThat(node.use("one", END)).isTrue();
        assertThat(node.use("one", END)).isFalse();
        assertThat(node.use("other", END)).isTrue();
    }

    @Test
    void knowsOnAnotherNodeAndAfterARestartWhatWasUsed() {
        node(NOON).use("one", END);

        assertThat(node(NOON).use("one", END)).isFalse();
        stop();
        start();
        assertThat(node(NOON).use("one", END)).isFalse();
    }

    @Test
    void letsOneOfManyWin() throws Exception {
        Callable<Boolean> use = () -> node(NOON).use("one", END);
        var won = 0;
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var answer : threads.invokeAll(Collections.nCopies(AT_ONCE, use))) {
                won += answer.get() ? 1 : 0;
            }
        }
        assertThat(won).isEqualTo(1);
    }

    /** However many commands wait for their turn to write, and however long the one before takes. */
    @Test
    void waitsForNoCommand() throws Exception {
        var transactions = ledger.getBean(LedgerTransactions.class);
        var written = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            try {
                threads.execute(() -> transactions.run(() -> {
                    begun.countDown();
                    awaitUninterruptibly(written);
                }));
                begun.await();
                for (int i = 0; i < AT_ONCE - 2; i++) {
                    threads.execute(() -> transactions.run(() -> {}));
                }
                var use = threads.submit(() -> node(NOON).use("one", END));
                assertThat(use.get(4, TimeUnit.SECONDS)).isTrue();
            } finally {
                written.countDown();
            }
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void forgetsWhatIsDeadButNotBeforeTheSlowestClockSaysSo() {
        node(NOON).use("one", END);

        node(END.plus(Duration.ofMinutes(4))).use("meanwhile", END.plusSeconds(1000));
        assertThat(rows()).isEqualTo(2);

        node(END.plus(Duration.ofMinutes(6))).use("later", END.plusSeconds(1000));
        assertThat(rows()).isEqualTo(2);
        assertThat(node(NOON).use("one", END)).isTrue();
    }

    /** Each call stands for a node. */
    private UsedAssertions node(Instant now) {
        return new UsedAssertionsTable(ledger.getBean(UseTables.class), Clock.fixed(now, ZoneOffset.UTC));
    }

    private int rows() {
        return ledger.getBean(UseTables.class)
                .tables()
                .sql("SELECT count(*) FROM used_assertions")
                .query(Integer.class)
                .single();
    }

    private void start() {
        ledger = TestLedger.start(List.of(TestLedger.Parts.class), directory, settings);
    }
}
