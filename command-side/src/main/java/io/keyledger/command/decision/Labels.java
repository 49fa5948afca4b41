package io.keyledger.command.decision;

import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.reference.LabelEvent;
import io.keyledger.kernel.reference.MetadataChanged;
import io.keyledger.kernel.reference.ReferenceChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a resource, in the state of the aggregate that owns it.
 *
 * @param reference       identifier of the resource in another system
 * @param referenceOrigin name of that system
 * @param metadata        free-form, possibly empty
 */
public record Labels(
        @Nullable String reference, @Nullable String referenceOrigin, Map<String, @Nullable Object> metadata) {
    /** The labels of a new resource. */
    public static final Labels NONE = new Labels(null, null, Map.of());

    /** The events of the change; none when it changes nothing. */
    public List<DomainEvent> decide(String resourceType, String resourceId, LabelChange change) {
        var facts = new ArrayList<DomainEvent>();
        var newReference = change.reference().or(reference);
        var newOrigin = change.referenceOrigin().or(referenceOrigin);
        if (!Objects.equals(newReference, reference) || !Objects.equals(newOrigin, referenceOrigin)) {
            facts.add(new ReferenceChanged(resourceType, resourceId, newReference, newOrigin));
        }
        var newMetadata =
                Objects.requireNonNullElse(change.metadata().or(metadata), Map.<String, @Nullable Object>of());
        if (!newMetadata.equals(metadata)) {
            facts.add(new MetadataChanged(resourceType, resourceId, newMetadata));
        }
        return facts;
    }

    /** The labels after that event. */
    public Labels after(LabelEvent event) {
        return switch (event) {
            case ReferenceChanged e -> new Labels(e.reference(), e.referenceOrigin(), metadata);
            case MetadataChanged e -> new Labels(reference, referenceOrigin, e.metadata());
        };
    }
}
