package io.keyledger.kernel.web;

import static io.keyledger.kernel.web.AttributeBuilder.object;
import static io.keyledger.kernel.web.AttributeBuilder.string;
import static io.keyledger.kernel.web.ResourceBuilder.resource;

/** Source: CONTRACT part B, section 5.9. */
final class VersionsResource {
    static final ResourceType TYPE = resource("versions")
            .with(string("resource_type").filterable())
            .with(string("resource_id").filterable())
            .with(string("event"))
            .with(object("changes"))
            .with(object("who"))
            .withCommonAttributes()
            .build();

    private VersionsResource() {}
}
