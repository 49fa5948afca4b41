package io.keyledger.query.credentialpolicy;

import io.keyledger.kernel.credentialpolicy.Measure;
import io.keyledger.view.row.Recorded;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import org.bson.Document;

/**
 * The live client secrets of an app, in the row that counts them: by id with their ends, so that one that comes twice counts
 * once; and their ends in order, so that it can be searched for how many live at any time, though their expiry is recorded
 * a little later.
 */
final class LiveSecrets {
    private static final String ENDS_BY_ID = "live_until";
    private static final String ENDS_IN_ORDER = "live_ends";

    private LiveSecrets() {}

    /** The field with the end of the one that ends last but so many, the last of all being number one. */
    static String end(int number) {
        return ENDS_IN_ORDER + '.' + number;
    }

    /** Of an app that has none yet. */
    static Document none(RuleSubject app, Recorded cause) {
        return with(FactRow.of(Measure.ofLiveSecrets(0), app, cause), new Document());
    }

    /** One more, or one with another end. */
    static Document with(Document row, String id, Instant end) {
        return with(row, live(row).append(id, Date.from(end)));
    }

    /** One less. */
    static Document without(Document row, String id) {
        var live = live(row);
        live.remove(id);
        return with(row, live);
    }

    /** How many live then, of a row as it is shown. */
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
