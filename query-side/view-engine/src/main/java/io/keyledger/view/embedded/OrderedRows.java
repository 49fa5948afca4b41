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
import java.util.Objects;
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

    /**
     * Indexes are asked while nobody writes, since they and the rows change one after the other. Many rows are then read
     * without holding writes up: of a row that changes meanwhile, the query is tried on what it is when it is read.
     */
    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        var size = (long) skip + limit;
        var inOrder = new Ids(List.of(), false);
        var found = new ArrayList<Object>();
        synchronized (this) {
            var terms = QueryTerms.of(query);
            var uses = uses(terms);
            var candidates = candidates(terms, uses);
            if (candidates == null) {
                if (getIndexes().stream().anyMatch(index -> index.canHandle(query))) {
                    return super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
                }
            } else {
                var few = candidates.count();
                if (few <= FEW) {
                    return matchDocuments(query, candidates.ids(), orderBy, skip, limit, batchSize, fields);
                }
                if (orderBy != null && limit > 0) {
                    var use = inOrder(orderBy, terms, uses);
                    if (use != null && use.exact()) {
                        var page = first(query, size, Objects.requireNonNull(use.inOrder(orderBy, terms)));
                        return matchDocumentsFromStream(page.stream(), query, null, skip, limit, batchSize, fields);
                    }
                    inOrder = use == null ? inOrder : Ids.of(Objects.requireNonNull(use.inOrder(orderBy, terms)));
                }
                if (few * SHARE <= count()) {
                    candidates.ids().forEach(found::add);
                }
            }
        }
        var page = first(query, size, inOrder.some().iterator());
        if (inOrder.all() || (!page.isEmpty() && page.size() == size)) {
            return matchDocumentsFromStream(page.stream(), query, null, skip, limit, batchSize, fields);
        }
        return found.isEmpty()
                ? matchDocuments(query, orderBy, skip, limit, batchSize, fields)
                : matchDocumentsFromStream(
                        found.stream().map(this::getDocument).filter(Objects::nonNull),
                        query,
                        orderBy,
                        skip,
                        limit,
                        batchSize,
                        fields);
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

    /** An exact one where there is one; null when no index has that order. */
    private static @Nullable IndexUse inOrder(Document orderBy, QueryTerms terms, List<IndexUse> uses) {
        return uses.stream()
                .filter(use -> use.inOrder(orderBy, terms) != null)
                .findFirst()
                .orElse(null);
    }

    /** The first rows that meet the query, at most that many. */
    private List<Document> first(Document query, long size, Iterator<Object> ids) {
        var page = new ArrayList<Document>();
        while (page.size() < size && ids.hasNext()) {
            var row = getDocument(ids.next());
            if (row != null && documentMatchesQuery(row, query)) {
                page.add(row);
            }
        }
        return page;
    }

    /**
     * The first ids in the order of an index.
     *
     * @param all whether there are no further ones
     */
    private record Ids(List<Object> some, boolean all) {
        static Ids of(Iterator<Object> ids) {
            var some = new ArrayList<>();
            while (some.size() < LOOKED_AT && ids.hasNext()) {
                some.add(ids.next());
            }
            return new Ids(some, !ids.hasNext());
        }
    }

    @Override
    public int count(Document query, int skip, int limit) {
        if (skip == 0 && limit == 0 && !query.isEmpty()) {
            synchronized (this) {
                var exact = uses(QueryTerms.of(query)).stream()
                        .filter(IndexUse::exact)
                        .findFirst();
                if (exact.isPresent()) {
                    return Math.toIntExact(exact.get().count());
                }
            }
        }
        return super.count(query, skip, limit);
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
