package io.keyledger.command.bus;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyledger.command.eventstore.LedgerTransactions;
import java.util.concurrent.ConcurrentMap;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates of one type as the last command left them, so that a command reads no event that was read before. One unit
 * of work at a time has an aggregate: it is taken out when it is loaded, and put back after the commit, or after a
 * rollback if no event was applied. Events of other nodes are read when it is taken out.
 */
final class AggregateCache implements Cache {
    /** Aggregates; of those beyond, the least used ones are read from their events again. */
    private static final int MOST = 1000;

    private final ConcurrentMap<Object, Object> entries =
            Caffeine.newBuilder().maximumSize(MOST).build().asMap();
    private final EventStore events;
    private final LedgerTransactions transactions;

    AggregateCache(EventStore events, LedgerTransactions transactions) {
        this.events = events;
        this.transactions = transactions;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signature
    public <K, V> @Nullable V get(K id) {
        var entry = entries.remove(id);
        if (entry == null) {
            return null;
        }
        var aggregate = aggregate(entry);
        if (!isCaughtUp(aggregate)) {
            return null;
        }
        var version = aggregate.version();
        // called after the repository's own, which removes the id: the last one first
        CurrentUnitOfWork.get().root().onRollback(unit -> {
            if (version.equals(aggregate.version())) {
                keep(id, entry);
            }
        });
        return (V) entry;
    }

    /** Called while the unit of work prepares to commit. */
    @Override
    public void put(Object id, Object entry) {
        CurrentUnitOfWork.get().root().afterCommit(unit -> keep(id, entry));
    }

    /** Not while the unit of work has joined a transaction, which may still be rolled back. */
    private void keep(Object id, Object entry) {
        if (!transactions.isActive()) {
            entries.put(id, entry);
        }
    }

    /** Reads the events of other nodes. Returns false when the aggregate has events that the store has not. */
    private boolean isCaughtUp(EventSourcedAggregate<?> aggregate) {
        var id = aggregate.identifierAsString();
        var version = aggregate.version();
        var last = events.lastSequenceNumberFor(id).orElse(-1L);
        if (version == null || last < version) {
            return false;
        }
        if (last > version) {
            aggregate.initializeState(events.readEvents(id, version + 1));
        }
        return true;
    }

    /** An entry has the aggregate itself; the arguments are for entries that were serialized. */
    private static EventSourcedAggregate<?> aggregate(Object entry) {
        return ((AggregateCacheEntry<?>) entry).recreateAggregate(null, null, null, null);
    }

    @Override
    public boolean putIfAbsent(Object id, Object entry) {
        throw new UnsupportedOperationException("Axon's repositories do not");
    }

    @Override
    public boolean remove(Object id) {
        return entries.remove(id) != null;
    }

    @Override
    public boolean containsKey(Object id) {
        return entries.containsKey(id);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("there is nobody to tell");
    }
}
