package io.keyledger.query.credentialpolicy;

import io.keyledger.kernel.credentialpolicy.Measure;
import io.keyledger.view.row.Recorded;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import org.bson.Document;

/**
 * The live client secrets of an app, in the row that counts them: their expiries by id, so that a repeated event counts
 * once; and the expiries in descending order, so that a query can count those live at any time, before their expiry is
 * recorded.
 */
final class LiveSecrets {
    private static final String ENDS_BY_ID = "live_until";
    private static final String ENDS_IN_ORDER = "live_ends";

    private LiveSecrets() {}

    /** The field with the expiry at that place in descending order, from 1. */
    static String end(int number) {
        return ENDS_IN_ORDER + '.' + number;
    }

    /** The row of an app that has no secret yet. */
    static Document none(RuleSubject app, Recorded cause) {
        return with(FactRow.of(Measure.ofLiveSecrets(0), app, cause), new Document());
    }

    /** The row with a secret added, or with another expiry of it. */
    static Document with(Document row, String id, Instant end) {
        return with(row, live(row).append(id, Date.from(end)));
    }

    /** The row with a secret removed. */
    static Document without(Document row, String id) {
        var live = live(row);
        live.remove(id);
        return with(row, live);
    }

    /** How many are live then, from the values of a row. */
    static int count(Map<String, ?> values, Instant now) {
        return values.get(ENDS_BY_ID) instanceof Map<?, ?> live
                ? Math.toIntExact(live.values().stream()
                        .filter(end -> ((Date) end).toInstant().isAfter(now))
                        .count())
                : 0;
    }

    private static Document with(Document row, Document live) {
        var ends = live.values().stream()
                .map(Date.class::cast)
                .sorted(Comparator.reverseOrder())
                .toList();
        var inOrder = new Document();
        for (int i = 0; i < ends.size(); i++) {
            inOrder.append(String.valueOf(i + 1), ends.get(i));
        }
        return row.append(FactRow.MEASURE, Measure.ofLiveSecrets(ends.size()).value())
                .append(ENDS_BY_ID, live)
                .append(ENDS_IN_ORDER, inOrder);
    }

    private static Document live(Document row) {
        return new Document(row.get(ENDS_BY_ID, Document.class));
    }
}
