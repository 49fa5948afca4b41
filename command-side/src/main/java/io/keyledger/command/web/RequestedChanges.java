package io.keyledger.command.web;

import io.keyledger.command.value.LabelChange;
import io.keyledger.http.request.ResourceInput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The changes that a document asks for: one for each attribute that it has, in the order in which they are named here.
 *
 * @param <C> type of the changes
 */
public final class RequestedChanges<C> {
    private final ResourceInput input;
    private final List<C> changes = new ArrayList<>();

    /** Begins without a change. */
    public RequestedChanges(ResourceInput input) {
        this.input = input;
    }

    /** The change, when the document has the attribute. */
    public RequestedChanges<C> of(String attribute, Supplier<? extends C> change) {
        return when(input.has(attribute), change);
    }

    /** The change, when the document has the relationship. */
    public RequestedChanges<C> ofRelated(String relationship, Supplier<? extends C> change) {
        return when(input.hasRelated(relationship), change);
    }

    /** The change of reference, origin and metadata, when the document has one of them. */
    public RequestedChanges<C> ofLabels(Function<LabelChange, ? extends C> change) {
        return when(Inputs.hasLabels(input), () -> change.apply(Inputs.labels(input)));
    }

    /** The change, when {@code asked}. */
    public RequestedChanges<C> when(boolean asked, Supplier<? extends C> change) {
        if (asked) {
            changes.add(change.get());
        }
        return this;
    }

    /** All of them. */
    public List<C> list() {
        return List.copyOf(changes);
    }
}
