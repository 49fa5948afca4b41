package io.keyledger.kernel.reference;

import io.keyledger.kernel.DomainEvent;

/** The events of a resource's labels; recorded by the aggregate that owns the resource. */
public sealed interface LabelEvent extends DomainEvent permits ReferenceChanged, MetadataChanged {
    /** Plural name of the resource. */
    String resourceType();

    /** Id of the resource. */
    String resourceId();
}
