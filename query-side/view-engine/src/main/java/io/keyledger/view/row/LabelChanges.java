package io.keyledger.view.row;

import io.keyledger.kernel.reference.LabelEvent;
import io.keyledger.kernel.reference.MetadataChanged;
import io.keyledger.kernel.reference.ReferenceChanged;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What events of reference and metadata change, which every resource can have. */
public final class LabelChanges implements Changes {
    @Override
    public boolean concerns(Class<?> eventType) {
        return LabelEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public List<Change> of(Recorded recorded) {
        return withOwner(recorded, of((LabelEvent) recorded.event()));
    }

    private static Change of(LabelEvent event) {
        return switch (event) {
            case ReferenceChanged changed -> reference(changed);
            case MetadataChanged changed ->
                Change.updated(changed.resourceType(), changed.resourceId(), "metadata", changed.metadata());
        };
    }

    private static Change reference(ReferenceChanged event) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("reference", event.reference());
        values.put("reference_origin", event.referenceOrigin());
        return Change.updated(event.resourceType(), event.resourceId(), values);
    }

    /** A permission is part of its role: a change of its labels raises the role's version. */
    private static List<Change> withOwner(Recorded recorded, Change change) {
        var own = change.id().equals(recorded.aggregateId());
        return Stream.concat(
                        Stream.of(change),
                        own ? Stream.of() : Stream.of(Change.touched("roles", recorded.aggregateId())))
                .toList();
    }
}
