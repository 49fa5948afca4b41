package io.keyledger.command.eventstore;

import io.keyledger.command.actor.Actors;
import io.keyledger.command.bus.TestLedger;
import io.keyledger.kernel.DomainEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.context.ConfigurableApplicationContext;

/** A ledger on the embedded store with some handlers, which counts the events that a command reads by stream. */
public final class AppendedStreamsFixture implements AutoCloseable {
    private final ConfigurableApplicationContext ledger;
    private long eventsRead;

    public AppendedStreamsFixture(Class<?>... handlers) {
        var sources = new ArrayList<Class<?>>(List.of(TestLedger.Parts.class, CountingStorage.class));
        sources.addAll(List.of(handlers));
        try {
            ledger = TestLedger.start(sources, Files.createTempDirectory("appended-streams"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores that many events, numbered from 0. */
    public void given(String stream, int length, LongFunction<DomainEvent> event) {
        var all = new ArrayList<DomainEventMessage<?>>();
        for (long number = 0; number < length; number++) {
            all.add(new GenericDomainEventMessage<>("Test", stream, number, event.apply(number)));
        }
        storage().appendEvents(all);
    }

    public void send(Object command) {
        storage().takeCount();
        ledger.getBean(CommandGateway.class)
                .sendAndWait(GenericCommandMessage.asCommandMessage(command).andMetaData(Actors.system()));
        eventsRead = storage().takeCount();
    }

    /** How many events the last command read by stream. */
    public long eventsRead() {
        return eventsRead;
    }

    /** What the command adds to the stream. */
    public List<DomainEvent> recorded(String stream, Object command) {
        var before = events(stream).size();
        send(command);
        var after = events(stream);
        return after.subList(before, after.size());
    }

    public List<DomainEvent> events(String stream) {
        return messages(stream).stream()
                .<DomainEvent>map(message -> (DomainEvent) message.getPayload())
                .toList();
    }

    public List<? extends DomainEventMessage<?>> messages(String stream) {
        return storage().readEvents(stream, 0).asStream().toList();
    }

    private CountingStorage storage() {
        return ledger.getBean(CountingStorage.class);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
