package io.keyledger.http.document;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.description.ReadOptions;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Trait;
import io.keyledger.http.request.Preconditions;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The documents that answer one request. Addresses in them are absolute, see {@link BaseAddress}. Source: CONTRACT
 * part B, sections 3.2, 3.3 and 3.6.
 */
public final class Documents {
    /** Of an answer that there is no such resource. */
    private static final long NO_VERSION = 0;

    private final HttpServletRequest request;
    private final Addresses addresses;

    private Documents(HttpServletRequest request) {
        this.request = request;
        this.addresses = new Addresses(request);
    }

    /** For answers to this request. */
    public static Documents of(HttpServletRequest request) {
        return new Documents(request);
    }

    /** Where the resource is: its {@code links.self} and, when it was just created, the {@code Location}. */
    public URI self(ResourceType type, String id) {
        return URI.create(addresses.of(type, id));
    }

    /** The document of one resource. */
    public Map<String, @Nullable Object> single(
            ResourceType type, @Nullable Row row, ReadOptions options, Included included) {
        var objects = new ResourceObjects(addresses, options.fields(), included.links());
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("data", row == null ? null : objects.render(type, row));
        addIncluded(document, options, included, objects);
        return document;
    }

    /**
     * The document of one page of a list.
     *
     * @param count how many resources there are on all pages
     */
    public Map<String, @Nullable Object> list(
            ResourceType type, List<Row> rows, long count, ReadOptions options, Included included) {
        return list(type, rows, count, Map.of(), options, included);
    }

    private Map<String, @Nullable Object> list(
            ResourceType type,
            List<Row> rows,
            long count,
            Map<String, Long> counts,
            ReadOptions options,
            Included included) {
        var objects = new ResourceObjects(addresses, options.fields(), included.links());
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("data", rows.stream().map(row -> objects.render(type, row)).toList());
        addIncluded(document, options, included, objects);
        var pages = new Pages(options.pageNumber(), options.pageSize(), count);
        document.put("meta", pages.meta(counts));
        document.put("links", pages.links(addresses));
        return document;
    }

    /**
     * Answers 200 with a resource and its entity tag, {@code data} null when there is none, or 304 when the request names
     * the tag as known.
     */
    public ResponseEntity<Object> answerSingle(
            ResourceType type, @Nullable Row row, ReadOptions options, Included included) {
        var document = single(type, row, options, included);
        var answer = ResponseEntity.ok().contentType(ApiMediaType.JSON_API);
        var eTag = row == null ? Preconditions.eTag(NO_VERSION, document) : eTag(type, row, options, document);
        return Preconditions.isKnown(request, eTag)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(eTag).build()
                : answer.eTag(eTag).body(document);
    }

    /** The entity tag of a document that shows that row, with all that it shows besides. */
    public static String eTag(ResourceType type, Row row, ReadOptions options, Map<String, @Nullable Object> document) {
        return options.include().isEmpty() && !type.is(Trait.SHOWS_MORE_THAN_ITS_VERSION)
                ? Preconditions.eTag(row.version())
                : Preconditions.eTag(row.version(), document);
    }

    /** Answers 200 with one page of a list. */
    public ResponseEntity<Object> answerList(
            ResourceType type, List<Row> rows, long count, ReadOptions options, Included included) {
        return answerList(type, rows, count, Map.of(), options, included);
    }

    /**
     * The same, with {@code meta.counts}.
     *
     * @param counts how many rows each fixed answer of a {@link io.keyledger.http.description.Question} has; none: no
     *               counts
     */
    public ResponseEntity<Object> answerList(
            ResourceType type,
            List<Row> rows,
            long count,
            Map<String, Long> counts,
            ReadOptions options,
            Included included) {
        var document = list(type, rows, count, counts, options, included);
        return ResponseEntity.ok().contentType(ApiMediaType.JSON_API).body(document);
    }

    private static void addIncluded(
            Map<String, @Nullable Object> document, ReadOptions options, Included included, ResourceObjects objects) {
        if (!options.include().isEmpty()) {
            document.put(
                    "included",
                    included.resources().stream()
                            .map(resource -> objects.render(resource.type(), resource.row()))
                            .toList());
        }
    }
}
