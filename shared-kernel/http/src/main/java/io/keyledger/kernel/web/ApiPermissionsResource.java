package io.keyledger.kernel.web;

import static io.keyledger.kernel.web.AttributeBuilder.string;
import static io.keyledger.kernel.web.ResourceBuilder.resource;

/** The permission catalogue; the id is the name. Source: CONTRACT A2. */
final class ApiPermissionsResource {
    static final ResourceType TYPE = resource("api_permissions")
            .with(string("name").filterable().sortable())
            .with(string("description").filterable())
            .with(string("subject").filterable().sortable())
            .build();

    private ApiPermissionsResource() {}
}
