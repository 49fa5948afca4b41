package io.keyledger.http.answer;

import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.access.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What the writing side needs of the views: look-ups before a decision, and the answer after it. Implemented by the query
 * side.
 */
public interface Views {
    /** The header that says {@code true} when an answer came before the views showed what was written. */
    String LAG = "Keyledger-Lag";

    /** The row as the views show it now, whoever asks; null when there is none. Callers check access themselves. */
    @Nullable
    Row find(ResourceType type, String id);

    /** The rows of those ids that there are, in no particular order, whoever asks. */
    List<Row> findAll(ResourceType type, Collection<String> ids);

    /** The rows whose field has the value, or has it among others when it is a list, at most {@code limit} of them, whoever asks. */
    List<Row> findBy(ResourceType type, String field, Object value, int limit);

    /**
     * Waits until the views of this deployment show all that was committed before the call, at most 2 s. False when they
     * were slower: the answer then carries {@code Keyledger-Lag: true}.
     */
    boolean awaitWritten();

    /**
     * Waits, then answers 201 with the new resource, its {@code Location} and {@code ETag}, honouring {@code include} and
     * {@code fields} of the current request; 200 with {@code Idempotent-Replay: true} semantics is the caller's to add.
     *
     * @param shownOnce attributes to put in the place of the stored ones, such as the secret, and what is no attribute of
     *                  the resource, such as an activation link, for the document's {@code meta}; then
     *                  {@code Cache-Control: no-store}
     */
    ResponseEntity<Object> created(
            Caller caller, ResourceType type, String id, Map<String, @Nullable Object> shownOnce);

    /** Waits, then answers 200 with the resource as it is now. */
    ResponseEntity<Object> updated(Caller caller, ResourceType type, String id);

    /**
     * Answers 200 with the resource as it would be after a change that nobody has made, honouring {@code include} and
     * {@code fields}; its {@code ETag} is that of the resource as it is.
     *
     * @param meta what else is to be said, in the document's {@code meta}
     */
    ResponseEntity<Object> tried(Caller caller, ResourceType type, Row row, Map<String, @Nullable Object> meta);

    /** Waits, then answers 204 without a body (a delete) or 202 (an errand). */
    ResponseEntity<Object> done(int status);
}
