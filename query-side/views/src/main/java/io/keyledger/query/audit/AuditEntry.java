package io.keyledger.query.audit;

import io.keyledger.kernel.Id;
import io.keyledger.view.row.ObjectText;
import io.keyledger.view.row.StoredRow;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The members of an audit log entry, as it is exported, hashed and verified. */
public final class AuditEntry {
    public static final String ID = "id";
    public static final String ORGANIZATION = "organization_id";
    public static final String POSITION = "position";
    public static final String OCCURRED_AT = "occurred_at";
    public static final String TYPE = "type";
    public static final String TYPES = "types";
    public static final String APP = "app_id";
    public static final String RESOURCE_TYPE = "resource_type";
    public static final String RESOURCE = "resource_id";
    public static final String ACTOR = "actor";
    public static final String IP = "ip";
    public static final String USER_AGENT = "user_agent";
    public static final String REQUEST = "request_id";
    public static final String CHANGES = "changes";
    public static final String DETAILS = "details";
    public static final String PREVIOUS = "previous_hash";
    /** Hash of all the other members, {@link #PREVIOUS} among them. */
    public static final String HASH = "hash";

    private AuditEntry() {}

    /**
     * The id of the entry at a position of the chain: derived, so that it is the same after every rebuild and needs no
     * look-up.
     */
    static String id(String chain, long position) {
        return Id.derivedFrom("audit/" + chain + '/' + position);
    }

    /** All members but the hash. */
    static Map<String, @Nullable Object> of(Document row) {
        var types = row.getList(TYPE, String.class, List.of());
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put(ID, row.getString(StoredRow.ID));
        entry.put(ORGANIZATION, row.getString(ORGANIZATION));
        entry.put(POSITION, row.getLong(POSITION));
        entry.put(OCCURRED_AT, LogInstant.text(instant(row)));
        entry.put(TYPE, types.getFirst());
        entry.put(TYPES, types);
        entry.put(APP, row.getString(APP));
        entry.put(RESOURCE_TYPE, row.getString(RESOURCE_TYPE));
        entry.put(RESOURCE, row.getString(RESOURCE));
        entry.put(ACTOR, ObjectText.read(row.getString(ACTOR)));
        entry.put(IP, row.getString(IP));
        entry.put(USER_AGENT, row.getString(USER_AGENT));
        entry.put(REQUEST, row.getString(REQUEST));
        entry.put(CHANGES, ObjectText.read(row.getString(CHANGES)));
        entry.put(DETAILS, ObjectText.read(row.getString(DETAILS)));
        entry.put(PREVIOUS, row.getString(PREVIOUS));
        return entry;
    }

    private static Instant instant(Document row) {
        Date date = row.getDate(OCCURRED_AT);
        return date.toInstant();
    }
}
