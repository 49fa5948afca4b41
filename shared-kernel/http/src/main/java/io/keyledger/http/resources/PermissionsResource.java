package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.bool;
import static io.keyledger.http.description.AttributeBuilder.object;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.RelationshipBuilder.toOne;
import static io.keyledger.http.description.RelationshipBuilder.versions;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Trait.TOLD_BY_ITS_OWNER;

import io.keyledger.http.description.AttributeBuilder;
import io.keyledger.http.description.ResourceType;

/** Source: CONTRACT part B, section 5.3. */
final class PermissionsResource {
    static final ResourceType TYPE = resource("permissions")
            .guardedAs("roles")
            .being(TOLD_BY_ITS_OWNER)
            .with(right("can_create"))
            .with(right("can_read"))
            .with(right("can_update"))
            .with(right("can_destroy"))
            .with(string("subject").required().filterable())
            .with(object("restrictions").filterable())
            .withCommonAttributes()
            .with(toOne("organization", "organizations").filterable())
            .with(toOne("role", "roles").required().filterable())
            .with(versions())
            .build();

    private PermissionsResource() {}

    private static AttributeBuilder right(String name) {
        return bool(name).required().updatable().filterable();
    }
}
