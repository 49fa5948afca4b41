package io.keyledger.query.audit;

import io.keyledger.http.read.SearchWords;
import io.keyledger.kernel.MetaKey;
import io.keyledger.view.row.ObjectText;
import io.keyledger.view.row.StoredRow;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The stored form of an entry. Its {@code sequence} is the position of its last event in the store. */
final class EntryRow {
    private static final String ACTOR_ID = "actor_id";
    private static final int MOST_WORDS = 300;
    private static final List<String> SEARCHED = List.of(
            AuditEntry.TYPES,
            AuditEntry.APP,
            AuditEntry.RESOURCE,
            AuditEntry.IP,
            AuditEntry.USER_AGENT,
            AuditEntry.REQUEST,
            AuditEntry.ACTOR,
            AuditEntry.CHANGES,
            AuditEntry.DETAILS);

    private EntryRow() {}

    static Document first(AuditedEvent audited, long position) {
        var cause = audited.cause();
        var meta = cause.metaData();
        var row = new Document(StoredRow.ID, AuditEntry.id(audited.chain(), position))
                .append(StoredRow.SEQUENCE, cause.position())
                .append(AuditEntry.ORGANIZATION, audited.organizationId())
                .append(AuditEntry.POSITION, position)
                .append(AuditEntry.OCCURRED_AT, Date.from(cause.at()))
                .append(AuditEntry.TYPE, List.of(audited.word()))
                .append(AuditEntry.APP, audited.appId())
                .append(AuditEntry.ACTOR, ObjectText.write(actor(meta)))
                .append(ACTOR_ID, meta.get(MetaKey.ACTOR_ID))
                .append(AuditEntry.IP, audited.address())
                .append(AuditEntry.USER_AGENT, meta.get(MetaKey.USER_AGENT))
                .append(AuditEntry.REQUEST, meta.get(MetaKey.REQUEST_ID))
                .append(AuditEntry.CHANGES, ObjectText.write(ExactNumbers.of(audited.changes())))
                .append(AuditEntry.DETAILS, ObjectText.write(ExactNumbers.of(audited.details())));
        putSubject(row, audited);
        return row;
    }

    /** The same entry with one more event of the same command. */
    static Document extended(Document entry, AuditedEvent audited) {
        var row = new Document(entry);
        var cause = audited.cause();
        row.put(StoredRow.SEQUENCE, cause.position());
        var types = new ArrayList<>(row.getList(AuditEntry.TYPE, String.class));
        var word = audited.word();
        if (!types.contains(word)) {
            types.add(word);
        }
        row.put(AuditEntry.TYPE, types);
        putSubject(row, audited);
        var changes = Comparison.merged(read(row, AuditEntry.CHANGES), audited.changes());
        row.put(AuditEntry.CHANGES, ObjectText.write(ExactNumbers.of(changes)));
        var details = read(row, AuditEntry.DETAILS);
        details.putAll(audited.details());
        row.put(AuditEntry.DETAILS, ObjectText.write(ExactNumbers.of(details)));
        return row;
    }

    /** All events of one entry that have a subject have the same one. */
    private static void putSubject(Document row, AuditedEvent audited) {
        var subject = audited.subject();
        if (subject != null) {
            row.append(AuditEntry.RESOURCE_TYPE, subject.type()).append(AuditEntry.RESOURCE, subject.id());
        } else if (!row.containsKey(AuditEntry.RESOURCE)) {
            row.append(AuditEntry.RESOURCE_TYPE, null).append(AuditEntry.RESOURCE, null);
        }
    }

    private static Map<String, @Nullable Object> actor(Map<String, ?> meta) {
        var actor = new LinkedHashMap<String, @Nullable Object>();
        actor.put("kind", Objects.requireNonNullElse(meta.get(MetaKey.ACTOR_KIND), "system"));
        actor.put("id", meta.get(MetaKey.ACTOR_ID));
        actor.put("name", meta.get(MetaKey.ACTOR_NAME));
        actor.put("client_id", meta.get(MetaKey.CLIENT_ID));
        return actor;
    }

    /** The words that {@code filter[text]} searches: those of every text in the entry, and its numbers. */
    static List<String> words(Map<String, ?> entry) {
        var words = new LinkedHashSet<String>();
        SEARCHED.forEach(member -> collect(entry.get(member), words));
        return words.stream().limit(MOST_WORDS).toList();
    }

    private static void collect(@Nullable Object value, Set<String> words) {
        switch (value) {
            case null -> {}
            case Map<?, ?> object ->
                object.forEach((name, member) -> {
                    collect(name, words);
                    collect(member, words);
                });
            case Iterable<?> array -> array.forEach(element -> collect(element, words));
            default -> words.addAll(SearchWords.of(value.toString()));
        }
    }

    private static Map<String, @Nullable Object> read(Document row, String field) {
        return ObjectText.read(row.getString(field));
    }
}
