package io.keyledger.kernel.reference;

import java.util.Map;
import org.axonframework.serialization.Revision;

/** The metadata of a resource was replaced; the type is the plural resource name. */
@Revision("1")
public record MetadataChanged(String resourceType, String resourceId, Map<String, Object> metadata)
        implements LabelEvent {}
