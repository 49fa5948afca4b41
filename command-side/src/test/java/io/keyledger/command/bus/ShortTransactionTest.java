package io.keyledger.command.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.actor.Actors;
import io.keyledger.command.eventstore.LedgerTransactions;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refused;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

class ShortTransactionTest {
    @TempDir
    Path directory;

    private ConfigurableApplicationContext ledger;
    private Commands commands;

    /** Opens a counter beside each one that is opened, and increases {@code shared} with each increase. */
    @Component
    @ProcessingGroup(ProcessingGroups.REACTIONS)
    static class Followers {
        private final CommandGateway gateway;
        private final LedgerTransactions transactions;
        private final ConcurrentLinkedQueue<Boolean> inTransaction = new ConcurrentLinkedQueue<>();

        Followers(CommandGateway gateway, LedgerTransactions transactions) {
            this.gateway = gateway;
            this.transactions = transactions;
        }

        @EventHandler
        void on(Counter.Opened event) {
            inTransaction.add(transactions.isActive());
            if (event.id().startsWith("pair-")) {
                gateway.sendAndWait(new Counter.Open("of-" + event.id()));
            }
        }

        @EventHandler
        void on(Counter.Increased event) {
            if (event.id().startsWith("sharing-")) {
                gateway.sendAndWait(new Counter.Increase("shared"));
            }
            if (event.id().startsWith("refused-")) {
                gateway.sendAndWait(new Counter.Refuse("shared"));
            }
        }
    }

    @BeforeEach
    void start() {
        ledger = TestLedger.start(List.of(TestLedger.Parts.class, Followers.class), directory);
        commands = ledger.getBean(Commands.class);
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void recordsWhatFollowsInTheSameTransactionWithTheSameActor() {
        commands.send(new Counter.Open("pair-a"), Actors.user("u1", "ann"));

        assertThat(length("pair-a")).isEqualTo(1);
        var followed = ledger.getBean(EventStore.class).readEvents("of-pair-a").next();
        assertThat(followed.getMetaData()).containsEntry(MetaKey.ACTOR_ID, "u1");
        assertThat(ledger.getBean(Followers.class).inTransaction).containsExactly(true, true);
    }

    @Test
    void recordsNothingWhenWhatFollowsIsRefused() {
        commands.send(new Counter.Open("of-pair-a"), Actors.system());

        assertThatThrownBy(() -> commands.send(new Counter.Open("pair-a"), Actors.system()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.refusals().getFirst().code()).isEqualTo(ErrorCode.CONFLICT));

        assertThat(length("pair-a")).isZero();
    }

    @Test
    void decidesAnewAfterWhatFollowsWasRefused() {
        Stream.of("shared", "refused-a").forEach(id -> commands.send(new Counter.Open(id), Actors.system()));

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> commands.send(new Counter.Increase("refused-a"), Actors.system()))
                    .isInstanceOf(Refused.class);
        }

        assertThat(length("refused-a")).isEqualTo(1);
        assertThat(length("shared")).isEqualTo(1);
    }

    @Test
    void keepsNobodyWaitingForWhoLoadsWhatOthersChange() throws Exception {
        var times = 25;
        Stream.of("shared", "sharing-a", "sharing-b")
                .forEach(id -> commands.send(new Counter.Open(id), Actors.system()));
        var ready = new CountDownLatch(3);
        try (var threads = Executors.newFixedThreadPool(3)) {
            var done = Stream.of("shared", "sharing-a", "sharing-b")
                    .map(id -> threads.submit(() -> increase(id, times, ready)))
                    .toList();
            for (var future : done) {
                future.get(60, TimeUnit.SECONDS);
            }
        }

        assertThat(length("shared")).isEqualTo(1 + 3 * times);
    }

    private @Nullable Void increase(String id, int times, CountDownLatch ready) throws InterruptedException {
        ready.countDown();
        ready.await();
        for (int i = 0; i < times; i++) {
            commands.send(new Counter.Increase(id), Map.copyOf(Actors.system()));
        }
        return null;
    }

    private long length(String id) {
        return ledger.getBean(EventStore.class).readEvents(id).asStream().count();
    }
}
