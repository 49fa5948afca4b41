package io.keyledger.view.store;

import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.Generation.State;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The stored form of a view's generations: one document, replaced as a whole. */
final class GenerationsRow {
    static final String REVISION = "revision";
    private static final String GENERATIONS = "generations";
    private static final String COLLECTIONS = "collections";
    private static final String VERSION = "version";
    private static final String NUMBER = "number";
    private static final String STATE = "state";
    private static final String LAST = "last";

    private GenerationsRow() {}

    static Document write(String view, Generations all) {
        return new Document(StoredRow.ID, view)
                .append(REVISION, all.revision())
                .append(LAST, all.last())
                .append(
                        GENERATIONS,
                        all.all().stream().map(GenerationsRow::write).toList());
    }

    private static Document write(Generation one) {
        return new Document(NUMBER, one.number())
                .append(VERSION, one.version())
                .append(STATE, one.state().name().toLowerCase(Locale.ROOT))
                .append(COLLECTIONS, one.collections());
    }

    static Generations read(@Nullable Document row) {
        if (row == null) {
            return Generations.NONE;
        }
        if (!row.containsKey(GENERATIONS)) {
            return new Generations(List.of(first(row)), 1, 0);
        }
        var all = row.getList(GENERATIONS, Document.class).stream()
                .map(GenerationsRow::one)
                .toList();
        return new Generations(all, row.getInteger(LAST), row.getLong(REVISION));
    }

    /** Documents written before there were rebuilds have one generation and no list. */
    private static Generation first(Document row) {
        return new Generation(1, row.getInteger(VERSION, 0), State.READ, collections(row));
    }

    private static Generation one(Document part) {
        var state = State.valueOf(part.getString(STATE).toUpperCase(Locale.ROOT));
        return new Generation(part.getInteger(NUMBER), part.getInteger(VERSION), state, collections(part));
    }

    private static List<String> collections(Document part) {
        return part.getList(COLLECTIONS, String.class, List.of());
    }
}
