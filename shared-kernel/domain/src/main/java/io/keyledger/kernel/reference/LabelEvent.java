package io.keyledger.kernel.reference;

import io.keyledger.kernel.DomainEvent;

/** What can happen to the labels of a resource; recorded in the history of the aggregate that owns it. */
public sealed interface LabelEvent extends DomainEvent permits ReferenceChanged, MetadataChanged {
    /** Plural name of the resource. */
    String resourceType();

    /** Id of the resource. */
    String resourceId();
}
