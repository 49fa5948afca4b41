package io.keyledger.command.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.actor.Actors;
import io.keyledger.command.eventstore.CountingStorage;
import io.keyledger.command.eventstore.LedgerTransactions;
import io.keyledger.command.eventstore.Postgres;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What a command reads, and that what is remembered is what is stored. */
class AggregateCacheTest {
    private static final int LONG = 1000;

    @TempDir
    Path directory;

    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void readsAnAggregateOnceHoweverManyEventsItHas() throws Exception {
        var node = node();
        given(node, "a", LONG);

        assertThat(read(node, new Counter.Increase("a"))).isEqualTo(LONG);
        assertThat(read(node, new Counter.Increase("a"))).isZero();
        assertThat(read(node, new Counter.Increase("a"))).isZero();
        assertThat(count(node, "a")).isEqualTo(LONG + 2);
    }

    @Test
    void readsNothingAgainAfterARefusal() throws Exception {
        var node = node();
        given(node, "a", LONG);
        send(node, new Counter.Increase("a"));

        assertThat(read(node, new Counter.Refuse("a"))).isZero();
        assertThat(read(node, new Counter.Refuse("a"))).isZero();
        assertThat(read(node, new Counter.Increase("a"))).isZero();
        assertThat(count(node, "a")).isEqualTo(LONG + 1);
    }

    @Test
    void readsNothingAgainAfterARefusedChangeOfManyParts() throws Exception {
        var node = node();
        given(node, "a", LONG);
        send(node, new Counter.Increase("a"));

        assertThat(read(node, new Counter.ChangeAll("a", List.of(1, 0)))).isZero();
        assertThat(read(node, new Counter.Increase("a"))).isZero();
        assertThat(count(node, "a")).isEqualTo(LONG + 1);
    }

    @Test
    void forgetsWhatWasAppliedAndNotStored() throws Exception {
        var node = node();
        given(node, "a", 1);
        send(node, new Counter.Increase("a"));

        assertThatThrownBy(() -> send(node, new Counter.IncreaseAndRefuse("a"))).isInstanceOf(Refused.class);
        send(node, new Counter.Increase("a"));

        assertThat(count(node, "a")).isEqualTo(2);
    }

    @Test
    void forgetsWhatATransactionAroundACommandRolledBack() throws Exception {
        var node = node();
        given(node, "a", 1);
        send(node, new Counter.Increase("a"));
        var transactions = node.getBean(LedgerTransactions.class);

        assertThatThrownBy(() -> transactions.run(() -> {
                    dispatch(node, new Counter.Increase("a"));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        send(node, new Counter.Increase("a"));

        assertThat(count(node, "a")).isEqualTo(2);
    }

    /** A command for an app may be sent with the id of another resource. */
    @Test
    void findsNoAggregateOfAnotherType() throws Exception {
        var node = node(OtherCounter.class);
        send(node, new Counter.Open("a"));
        send(node, new Counter.Increase("a"));

        assertThatThrownBy(() -> send(node, new OtherCounter.Touch("a")))
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(ClassCastException.class);
    }

    @Test
    void knowsWhatOtherNodesRecorded() throws Exception {
        var settings = Postgres.freshSettings();
        var here = node(settings);
        var there = node(settings);
        send(here, new Counter.Open("a"));

        for (int i = 0; i < 20; i++) {
            send(here, new Counter.Increase("a", 2L * i));
            send(there, new Counter.Increase("a", 2L * i + 1));
        }

        assertThat(count(here, "a")).isEqualTo(40);
        assertThat(read(there, new Counter.Increase("a"))).isZero();
        assertThat(read(here, new Counter.Increase("a"))).isEqualTo(2);
    }

    @Test
    void letsOneOfManyOnTwoNodesWinAVersion() throws Exception {
        var settings = Postgres.freshSettings();
        var two = List.of(node(settings), node(settings));
        send(two.getFirst(), new Counter.Open("a"));
        send(two.getLast(), new Counter.Increase("a", 0L));
        send(two.getFirst(), new Counter.Increase("a", 1L));

        var tries = IntStream.range(0, 100)
                .<Callable<Boolean>>mapToObj(i -> () -> wins(two.get(i % 2), new Counter.Increase("a", 2L)))
                .toList();
        var won = 0;
        try (var threads = Executors.newFixedThreadPool(32)) {
            for (var one : threads.invokeAll(tries)) {
                won += one.get() ? 1 : 0;
            }
        }

        assertThat(won).isEqualTo(1);
        assertThat(count(two.getFirst(), "a")).isEqualTo(3);
    }

    private static boolean wins(ConfigurableApplicationContext node, Object command) {
        try {
            send(node, command);
            return true;
        } catch (Refused refused) {
            assertThat(refused.refusals().getFirst().code()).isEqualTo(ErrorCode.STALE_VERSION);
            return false;
        }
    }

    private ConfigurableApplicationContext node(Class<?> more, String... settings) throws Exception {
        return node(List.of(TestLedger.Parts.class, CountingStorage.class, more), settings);
    }

    private ConfigurableApplicationContext node(String... settings) throws Exception {
        return node(List.of(TestLedger.Parts.class, CountingStorage.class), settings);
    }

    private ConfigurableApplicationContext node(List<Class<?>> parts, String... settings) throws Exception {
        var node = TestLedger.start(parts, Files.createTempDirectory(directory, "node"), settings);
        nodes.add(node);
        return node;
    }

    /** Stores a counter with that many events. */
    private static void given(ConfigurableApplicationContext node, String id, int length) {
        var events = new ArrayList<DomainEventMessage<?>>();
        events.add(new GenericDomainEventMessage<>(
                "Counter", id, 0, new Counter.Opened(id, Instant.parse("2026-03-01T12:00:00Z"))));
        for (int number = 1; number < length; number++) {
            events.add(new GenericDomainEventMessage<>("Counter", id, number, new Counter.Increased(id, number)));
        }
        node.getBean(CountingStorage.class).appendEvents(events);
    }

    private static long read(ConfigurableApplicationContext node, Object command) {
        var storage = node.getBean(CountingStorage.class);
        storage.takeCount();
        try {
            send(node, command);
        } catch (Refused refused) {
            // what it read counts
        }
        return storage.takeCount();
    }

    private static void send(ConfigurableApplicationContext node, Object command) {
        node.getBean(Commands.class).send(command, Actors.system());
    }

    private static void dispatch(ConfigurableApplicationContext node, Object command) {
        node.getBean(CommandGateway.class)
                .sendAndWait(GenericCommandMessage.asCommandMessage(command).andMetaData(Actors.system()));
    }

    private static int count(ConfigurableApplicationContext node, String id) {
        var last = node.getBean("eventStorage", EventStorageEngine.class)
                .readEvents(id)
                .asStream()
                .toList()
                .getLast();
        return ((Counter.Increased) last.getPayload()).count();
    }
}
