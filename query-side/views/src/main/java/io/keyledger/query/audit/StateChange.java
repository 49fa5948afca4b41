package io.keyledger.query.audit;

import io.keyledger.view.row.Change;
import io.keyledger.view.row.ObjectText;
import io.keyledger.view.row.StoredRow;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A resource before and after one step.
 *
 * @param before its attributes; none when it did not exist
 * @param after  its attributes afterwards
 */
record StateChange(
        ChangeStep step,
        @Nullable String organizationId,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after) {
    private static final String VALUES = "values";

    static StateChange of(ChangeStep step, @Nullable Document state) {
        Map<String, @Nullable Object> before = state == null ? Map.of() : ObjectText.read(state.getString(VALUES));
        var changed = step.change().values().get(StoredRow.ORGANIZATION);
        var known = state == null ? null : state.getString(StoredRow.ORGANIZATION);
        return new StateChange(step, changed == null ? known : changed.toString(), before, after(step, before));
    }

    private static Map<String, @Nullable Object> after(ChangeStep step, Map<String, @Nullable Object> before) {
        if (step.change().kind() == Change.Kind.DELETE) {
            return Map.of();
        }
        var after = new TreeMap<>(before);
        step.change().values().forEach((name, value) -> after.put(name, plain(value)));
        return ObjectText.read(ObjectText.write(after));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Instant instant ? LogInstant.text(instant) : value;
    }

    /** The state to store: also of a deleted resource, so that repeated events are recognized. */
    Document state() {
        return new Document(StoredRow.ID, step.stateId())
                .append(StoredRow.SEQUENCE, step.version())
                .append(StoredRow.ORGANIZATION, organizationId)
                .append(VALUES, ObjectText.write(after));
    }

    Map<String, Object> differences() {
        return Comparison.of(step.change(), before, after);
    }
}
