package io.keyledger.http.answer;

import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.access.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Answers a write, once the views show it. Implemented by the query side. */
public interface ResourceAnswers {
    /** The header that says {@code true} when an answer came before the views showed what was written. */
    String LAG = "Keyledger-Lag";

    /**
     * Waits until the views of this deployment show all that was committed before the call, at most 2 s. False when they
     * were slower: the answer then carries {@code Keyledger-Lag: true}.
     */
    boolean awaitWritten();

    /**
     * Waits, then answers 201 with the new resource, its {@code Location} and {@code ETag}, honouring {@code include}
     * and {@code fields} of the current request; for a repeated request the caller adds {@code Idempotent-Replay:
     * true}.
     *
     * @param aggregate id of the aggregate that the resource is a part of; null when it is one itself
     * @param shownOnce attributes that replace the stored ones, such as the secret; what is no attribute of the
     *                  resource, such as an activation link, goes into the document's {@code meta}; then {@code
     *                  Cache-Control: no-store}
     */
    ResponseEntity<Object> created(
            Caller caller,
            ResourceType type,
            @Nullable String aggregate,
            String id,
            Map<String, @Nullable Object> shownOnce);

    /** Waits, then answers 200 with the resource as it is now. */
    ResponseEntity<Object> updated(Caller caller, ResourceType type, String id);

    /**
     * Answers 200 with the resource as it would be after a change that is only tried, honouring {@code include} and
     * {@code fields}; its {@code ETag} is that of the resource as it is.
     *
     * @param meta the document's {@code meta}
     */
    ResponseEntity<Object> tried(Caller caller, ResourceType type, Row row, Map<String, @Nullable Object> meta);

    /** Waits, then answers 204 without a body (a delete) or 202 (an action). */
    ResponseEntity<Object> done(int status);
}
