package io.keyledger.view.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection of the embedded server that uses its {@link OrderedIndex}es: to find few rows among many, to read a page
 * in order without sorting all, and to count without reading rows. Other queries are answered by reading every row.
 */
final class OrderedRows extends BsonRows {
    /**
     * Up to so many candidates are read and sorted in memory; for more, an index in the order asked for is tried first.
     */
    private static final int FEW = 500;

    /**
     * If so many rows in the order of an index do not fill a page, matches are rare: then all rows are read in stored
     * order.
     */
    private static final int LOOKED_AT = 2000;

    /** Reading by an index is one look-up per row, so it is used only for at most this fraction of the rows. */
    private static final int SHARE = 8;

    OrderedRows(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, byte[]> rows,
            CursorRegistry cursors) {
        super(database, name, options, rows, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        var terms = QueryTerms.of(query);
        var uses = uses(terms);
        var candidates = candidates(terms, uses);
        if (candidates == null) {
            return super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
        }
        var few = candidates.count();
        if (few > FEW && orderBy != null && limit > 0) {
            var page = page(query, orderBy, (long) skip + limit, terms, uses);
            if (page != null) {
                return matchDocumentsFromStream(page.stream(), query, null, skip, limit, batchSize, fields);
            }
        }
        return few <= FEW || few * SHARE <= count()
                ? matchDocuments(query, candidates.ids(), orderBy, skip, limit, batchSize, fields)
                : super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    /** The smallest set of candidates; null when no index applies. */
    private @Nullable Candidates candidates(QueryTerms terms, List<IndexUse> uses) {
        return Stream.concat(uses.stream().map(Candidates::of), Stream.ofNullable(ofBranches(terms.branches())))
                .min(Comparator.comparingLong(Candidates::count))
                .orElse(null);
    }

    private @Nullable Candidates ofBranches(List<QueryTerms> branches) {
        var each = new ArrayList<Candidates>();
        for (var branch : branches) {
            var narrowest = uses(branch).stream().map(Candidates::of).min(Comparator.comparingLong(Candidates::count));
            if (narrowest.isEmpty()) {
                return null;
            }
            each.add(narrowest.get());
        }
        return each.isEmpty() ? null : Candidates.ofAny(each);
    }

    /**
     * The first rows in order, as many as asked for or all; null when no index has that order, or too few of its rows
     * match.
     */
    private @Nullable List<Document> page(
            Document query, Document orderBy, long size, QueryTerms terms, List<IndexUse> uses) {
        for (var use : uses) {
            var ids = use.inOrder(orderBy, terms);
            if (ids != null) {
                return first(query, size, ids, use.exact() ? Integer.MAX_VALUE : LOOKED_AT);
            }
        }
        return null;
    }

    private @Nullable List<Document> first(Document query, long size, Iterator<Object> ids, int most) {
        var page = new ArrayList<Document>();
        int looked = 0;
        while (page.size() < size && ids.hasNext()) {
            if (looked++ == most) {
                return null;
            }
            var row = getDocument(ids.next());
            if (row != null && documentMatchesQuery(row, query)) {
                page.add(row);
            }
        }
        return page;
    }

    @Override
    public synchronized int count(Document query, int skip, int limit) {
        return skip > 0 || limit > 0 || query.isEmpty()
                ? super.count(query, skip, limit)
                : uses(QueryTerms.of(query)).stream()
                        .filter(IndexUse::exact)
                        .findFirst()
                        .map(use -> Math.toIntExact(use.count()))
                        .orElseGet(() -> super.count(query, skip, limit));
    }

    /** Exact ones, whose rows all meet the query, come first. */
    private List<IndexUse> uses(QueryTerms terms) {
        var uses = new ArrayList<IndexUse>();
        for (var index : getIndexes()) {
            var use = index instanceof OrderedIndex ordered ? IndexUse.of(ordered, terms) : null;
            if (use != null) {
                uses.add(use);
            }
        }
        uses.sort(Comparator.comparing(IndexUse::exact).reversed());
        return uses;
    }
}
