package io.keyledger.kernel.reference;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The reference of a resource in another system changed; the type is the plural resource name. */
@Revision("1")
public record ReferenceChanged(
        String resourceType,
        String resourceId,
        @Nullable String reference,
        @Nullable String referenceOrigin) implements LabelEvent {}
