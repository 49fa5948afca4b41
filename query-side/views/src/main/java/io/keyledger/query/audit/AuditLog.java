package io.keyledger.query.audit;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.keyledger.http.resources.Resources;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewsDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads the audit logs from the views, in chunks of 500 entries. */
final class AuditLog {
    private static final int CHUNK = 500;

    private final ViewsDatabase views;
    private final BooleanSupplier written;

    /** @param written waits until the views show all that was written; false after two seconds */
    AuditLog(ViewsDatabase views, BooleanSupplier written) {
        this.views = views;
        this.written = written;
    }

    /**
     * The last entry of a log that is complete: it has all commits that the store had at some moment of this call.
     * Empty when the log has no entry, when the views lag, or when the log grows meanwhile.
     */
    Optional<Head> wholeHead(String organizationId) {
        var before = head(organizationId);
        return before != null && written.getAsBoolean() && before.equals(head(organizationId))
                ? Optional.of(before)
                : Optional.empty();
    }

    /** Waits until the logs show all that the store had when this was called; false after two seconds. */
    boolean showsAll() {
        return written.getAsBoolean();
    }

    private @Nullable Head head(String organizationId) {
        var row = views.collection(Chains.HEADS)
                .find(Filters.eq(StoredRow.ID, organizationId))
                .first();
        return row == null ? null : Head.of(row);
    }

    /** How many entries the log has now. */
    long length(String organizationId) {
        var head = head(organizationId);
        return head == null ? 0 : head.position();
    }

    /** Passes the entries between two positions, both included, in order and with their hashes. */
    void read(String organizationId, long begin, long last, Consumer<Map<String, @Nullable Object>> reader) {
        for (long first = begin; first <= last; first += CHUNK) {
            var ids = LongStream.rangeClosed(first, Math.min(last, first + CHUNK - 1))
                    .mapToObj(position -> AuditEntry.id(organizationId, position))
                    .toList();
            var rows = views.collection(Chains.ENTRIES)
                    .find(Filters.in(StoredRow.ID, ids))
                    .into(new ArrayList<>());
            rows.sort(Comparator.comparing(row -> row.getLong(AuditEntry.POSITION)));
            rows.stream().map(AuditLog::whole).forEach(reader);
        }
    }

    /** Passes the entries from the first to that position, in order and with their hashes. */
    void read(String organizationId, long last, Consumer<Map<String, @Nullable Object>> reader) {
        read(organizationId, 1, last, reader);
    }

    /** The entry at a position, or null. */
    @Nullable
    Map<String, @Nullable Object> entry(String organizationId, long position) {
        var row = views.collection(Chains.ENTRIES)
                .find(Filters.eq(StoredRow.ID, AuditEntry.id(organizationId, position)))
                .first();
        return row == null ? null : whole(row);
    }

    /** An entry as it is exported. */
    static Map<String, @Nullable Object> whole(Document row) {
        var entry = new LinkedHashMap<>(AuditEntry.of(row));
        entry.put(AuditEntry.HASH, row.getString(AuditEntry.HASH));
        return entry;
    }

    /** All checkpoints of a log, ordered by position. */
    List<Checkpoint> checkpoints(String organizationId) {
        return views
                .collection(Tables.of(Resources.AUDIT_CHECKPOINTS))
                .find(Filters.eq(AuditEntry.ORGANIZATION, organizationId))
                .sort(Sorts.ascending(AuditEntry.POSITION, StoredRow.ID))
                .map(row -> Checkpoint.read(row.getString("jws")))
                .into(new ArrayList<>())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The last checkpoint of a log, or null. */
    @Nullable
    Checkpoint lastCheckpoint(String organizationId) {
        var row = views.collection(Tables.of(Resources.AUDIT_CHECKPOINTS))
                .find(Filters.eq(AuditEntry.ORGANIZATION, organizationId))
                .sort(Sorts.descending(AuditEntry.POSITION, "signed_at"))
                .first();
        return row == null ? null : Checkpoint.read(row.getString("jws")).orElse(null);
    }

    /** The heads of all logs with an event after that position of the store. */
    List<Head> headsSince(long sequence) {
        return views.collection(Chains.HEADS)
                .find(Filters.gt(StoredRow.SEQUENCE, sequence))
                .map(Head::of)
                .into(new ArrayList<>());
    }

    /**
     * The end of a log: its last entry, and the position in the store of its last event.
     *
     * @param notShown the first entry with an event that could not be shown; null when there is none
     */
    record Head(
            String organizationId,
            long sequence,
            long position,
            String hash,
            @Nullable Long notShown) {
        static Head of(Document row) {
            return new Head(
                    row.getString(StoredRow.ID),
                    row.getLong(StoredRow.SEQUENCE),
                    row.getLong(AuditEntry.POSITION),
                    Objects.requireNonNull(row.getString(AuditEntry.HASH)),
                    row.getLong(Chain.NOT_SHOWN));
        }
    }
}
