package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.object;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Readers.OF_WHAT_IT_TELLS;

import io.keyledger.http.description.ResourceType;

/** Source: CONTRACT part B, section 5.9. */
final class VersionsResource {
    static final ResourceType TYPE = resource("versions")
            .readBy(OF_WHAT_IT_TELLS)
            .with(string("resource_type").filterable())
            .with(string("resource_id").filterable())
            .with(string("event"))
            .with(object("changes"))
            .with(object("who"))
            .withCommonAttributes()
            .build();

    private VersionsResource() {}
}
