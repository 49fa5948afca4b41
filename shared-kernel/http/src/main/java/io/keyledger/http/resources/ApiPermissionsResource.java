package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Readers.ALL;

import io.keyledger.http.description.ResourceType;

/** The permission catalogue; the id is the name. Source: CONTRACT A2. */
final class ApiPermissionsResource {
    static final ResourceType TYPE = resource("api_permissions")
            .readBy(ALL)
            .with(string("name").filterable().sortable())
            .with(string("description").filterable())
            .with(string("subject").filterable().sortable())
            .build();

    private ApiPermissionsResource() {}
}
