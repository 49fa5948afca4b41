package io.keyledger.command.eventstore;

import io.keyledger.kernel.DomainEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Streams that use lengthens without end. None is ever loaded: of a stream at most the last event is read, whatever its
 * length. Both happen in the write transaction, where nobody else appends. To be called by command handlers.
 */
public final class AppendedStreams {
    /** Set by Axon: the message that an event was recorded for, and the first of the chain of causes. */
    private static final List<String> CAUSES = List.of("correlationId", "traceId");

    private final EventStore events;
    private final LedgerTransactions transactions;

    AppendedStreams(EventStore events, LedgerTransactions transactions) {
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Appends what the decision makes of the last event; nothing when it is empty. Decided and appended when the current
     * command commits.
     *
     * @param type of the stream, a word stored with its events
     * @param kind the class of all its events
     */
    public <E extends DomainEvent> void append(
            String type, String stream, Class<E> kind, Function<Optional<E>, Optional<E>> decision) {
        atCommit(() -> {
            var last = last(stream);
            decision.apply(last.map(message -> kind.cast(message.getPayload())))
                    .ifPresent(event -> events.publish(new GenericDomainEventMessage<>(
                            type,
                            stream,
                            last.map(DomainEventMessage::getSequenceNumber).orElse(-1L) + 1,
                            event)));
        });
    }

    /**
     * Appends all of these, to several streams, when the current command commits. Each counts as recorded for itself,
     * not for the command.
     *
     * @param type of the streams
     */
    public void append(String type, List<Entry> entries) {
        atCommit(() -> {
            var ends = new HashMap<String, Long>();
            var messages = new ArrayList<DomainEventMessage<?>>();
            for (var entry : entries) {
                var sequence = ends.computeIfAbsent(entry.stream(), this::length);
                ends.put(entry.stream(), sequence + 1);
                messages.add(message(type, entry, sequence));
            }
            events.publish(messages);
        });
    }

    private static DomainEventMessage<?> message(String type, Entry entry, long sequence) {
        var message = new GenericDomainEventMessage<>(
                type, entry.stream(), sequence, entry.event(), MetaData.from(entry.metadata()));
        var itself = new HashMap<String, String>();
        CAUSES.forEach(key -> itself.put(key, message.getIdentifier()));
        return message.andMetaData(itself);
    }

    private long length(String stream) {
        return events.lastSequenceNumberFor(stream).map(last -> last + 1).orElse(0L);
    }

    private Optional<DomainEventMessage<?>> last(String stream) {
        return events.lastSequenceNumberFor(stream)
                .map(sequence -> events.readEvents(stream, sequence).next());
    }

    /** {@code ShortTransaction} begins the transaction at the same moment, and was asked to before. */
    private void atCommit(Runnable work) {
        CurrentUnitOfWork.get().onPrepareCommit(unit -> {
            if (!transactions.isActive()) {
                throw new IllegalStateException("there is no write transaction");
            }
            work.run();
        });
    }

    /**
     * An event for the end of a stream.
     *
     * @param metadata actor and origin, by {@link io.keyledger.kernel.MetaKey}
     */
    public record Entry(String stream, DomainEvent event, Map<String, String> metadata) {}
}
