package io.keyledger.query.audit;

import io.keyledger.http.resources.Resources;
import io.keyledger.view.row.ObjectText;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.RowBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The audit log of one organization during one batch of events. What one command changed in one aggregate is one entry.
 * A batch may end within a commit: then the next one completes the entries of that command, which are the last ones,
 * and they are hashed again.
 */
final class Chain {
    /** Events of the same command that are recorded later make a new entry, so that older entries never change. */
    static final Duration LONGEST_COMMAND = Duration.ofSeconds(10);

    private static final String ROOT = "root";
    private static final String SINCE = "since";
    private static final String OPEN = "open";
    static final String NOT_SHOWN = "first_not_shown";

    private final String id;
    private final List<AuditedEvent> news;
    private final RowBatch entries;
    private final Map<String, Long> open = new HashMap<>();
    private long position;
    private long toldUpTo = -1;
    private @Nullable String hash;
    private @Nullable String root;
    private Instant since = Instant.EPOCH;
    private long changedFrom = Long.MAX_VALUE;
    private @Nullable Long notShown;

    /**
     * Continues after the head.
     *
     * @param head    as {@link #head} made it; null for a chain without entries
     * @param news    the events of the batch that belong to it
     * @param entries of all chains
     */
    Chain(String id, @Nullable Document head, List<AuditedEvent> news, RowBatch entries) {
        this.id = id;
        this.news = news;
        this.entries = entries;
        if (head != null) {
            position = head.getLong(AuditEntry.POSITION);
            toldUpTo = head.getLong(StoredRow.SEQUENCE);
            hash = head.getString(AuditEntry.HASH);
            root = head.getString(ROOT);
            Date start = head.getDate(SINCE);
            since = start.toInstant();
            notShown = head.getLong(NOT_SHOWN);
            head.getList(OPEN, Document.class)
                    .forEach(one -> open.put(one.getString("aggregate_id"), one.getLong(AuditEntry.POSITION)));
        }
    }

    /** The ids of all entries that the batch can change or add. */
    List<String> ids() {
        long first = open.values().stream().min(Long::compare).orElse(position + 1);
        return LongStream.rangeClosed(first, position + news.size())
                .mapToObj(at -> AuditEntry.id(id, at))
                .toList();
    }

    /** Adds the events of the batch, and links the entries to those before. */
    void grow() {
        news.forEach(this::add);
        link();
    }

    /**
     * Adds an event, unless the head says that it was added before. An entry that has it already was written by a batch
     * that was interrupted, and is kept: the states it was compared with may be gone.
     */
    private void add(AuditedEvent audited) {
        var cause = audited.cause();
        if (cause.position() <= toldUpTo) {
            return;
        }
        if (!audited.root().equals(root) || cause.at().isAfter(since.plus(LONGEST_COMMAND))) {
            open.clear();
            root = audited.root();
            since = cause.at();
        }
        var at = open.get(cause.aggregateId());
        if (at == null) {
            at = ++position;
            open.put(cause.aggregateId(), at);
        }
        var entry = entries.get(AuditEntry.id(id, at));
        if (entry == null || entry.getLong(StoredRow.SEQUENCE) < cause.position()) {
            entries.put(entry == null ? EntryRow.first(audited, at) : EntryRow.extended(entry, audited));
        }
        if (audited.isNotShown() && notShown == null && isMarked(at)) {
            notShown = at;
        }
        changedFrom = Math.min(changedFrom, at);
        toldUpTo = cause.position();
    }

    /** Whether the entry says so: the failed attempt may have written the real one, which is kept. */
    private boolean isMarked(long at) {
        return ObjectText.read(entry(at).getString(AuditEntry.DETAILS)).containsKey(AuditedEvent.NOT_SHOWN);
    }

    /**
     * Links the entries that have changed, and those after them; the first of them has its predecessor's hash already,
     * or gets the head's.
     */
    private void link() {
        var previous = hash;
        for (long at = changedFrom; at <= position; at++) {
            var row = new Document(entry(at));
            if (at > changedFrom || !row.containsKey(AuditEntry.PREVIOUS)) {
                row.put(AuditEntry.PREVIOUS, previous);
            }
            var entry = AuditEntry.of(row);
            previous = EntryHash.of(entry);
            row.append(AuditEntry.HASH, previous).append(Resources.WORDS.name(), EntryRow.words(entry));
            entries.put(row);
        }
        hash = previous;
    }

    private Document entry(long at) {
        return Objects.requireNonNull(entries.get(AuditEntry.id(id, at)), "an entry of the audit log is missing");
    }

    /** Where the next batch continues. */
    Document head() {
        var pending = open.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(one -> new Document("aggregate_id", one.getKey()).append(AuditEntry.POSITION, one.getValue()))
                .toList();
        return new Document(StoredRow.ID, id)
                .append(StoredRow.SEQUENCE, toldUpTo)
                .append(AuditEntry.POSITION, position)
                .append(AuditEntry.HASH, hash)
                .append(ROOT, root)
                .append(SINCE, Date.from(since))
                .append(OPEN, pending)
                .append(NOT_SHOWN, notShown);
    }
}
