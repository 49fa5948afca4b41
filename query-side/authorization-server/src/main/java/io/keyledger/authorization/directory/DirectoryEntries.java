package io.keyledger.authorization.directory;

import io.keyledger.kernel.DomainEvent;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The entries of one table in memory. Written by one thread, read by any number. */
final class DirectoryEntries<E, V extends DomainEvent> {
    private final DirectoryTable<E, V> table;
    private final BiConsumer<@Nullable E, @Nullable E> changed;
    private final Map<String, SequencedEntry<E>> entries = new ConcurrentHashMap<>();

    /** The consumer is called after each change with the entry before and after it. */
    DirectoryEntries(DirectoryTable<E, V> table, BiConsumer<@Nullable E, @Nullable E> changed) {
        this.table = table;
        this.changed = changed;
    }

    DirectoryTable<E, V> table() {
        return table;
    }

    @Nullable
    E get(String id) {
        var entry = entries.get(id);
        return entry == null ? null : entry.value();
    }

    /**
     * Replaces the entries by these, except for entries that are newer here. They are replaced one by one, so that a
     * reader always finds an entry that is in both.
     */
    void renew(Map<String, SequencedEntry<E>> all) {
        all.forEach((id, entry) -> {
            var known = entries.get(id);
            if (known == null || known.sequence() <= entry.sequence()) {
                replace(id, known == null ? null : known.value(), entry.value(), entry.sequence());
            }
        });
        entries.forEach((id, entry) -> {
            if (!all.containsKey(id)) {
                replace(id, entry.value(), null, entry.sequence());
            }
        });
    }

    /** Applies the event, if it is of this table and not applied yet. */
    void apply(DomainEvent event, long sequence, Instant at) {
        if (!table.events().isInstance(event)) {
            return;
        }
        var id = table.idOf(event);
        var entry = entries.get(id);
        if (entry == null || sequence > entry.sequence()) {
            var before = entry == null ? null : entry.value();
            replace(id, before, table.next(before, event, at), sequence);
        }
    }

    void clear() {
        entries.clear();
    }

    private void replace(String id, @Nullable E before, @Nullable E after, long sequence) {
        if (after == null) {
            entries.remove(id);
        } else {
            entries.put(id, new SequencedEntry<>(after, sequence));
        }
        changed.accept(before, after);
    }
}
