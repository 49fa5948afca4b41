package io.keyledger.kernel.web;

import static io.keyledger.kernel.web.AttributeBuilder.string;
import static io.keyledger.kernel.web.AttributeBuilder.trigger;
import static io.keyledger.kernel.web.RelationshipBuilder.toMany;
import static io.keyledger.kernel.web.RelationshipBuilder.toOne;
import static io.keyledger.kernel.web.RelationshipBuilder.versions;
import static io.keyledger.kernel.web.ResourceBuilder.resource;

/** Source: CONTRACT part B, section 5.2. */
final class RolesResource {
    private static final String OWN_ID = "role_id";

    static final ResourceType TYPE = resource("roles")
            .with(string("name").required().updatable().filterable())
            .with(string("kind").filterable())
            .with(trigger("_add_missing_base_permissions").updatable())
            .withCommonAttributes()
            .with(toOne("organization", "organizations").required().filterable())
            .with(toMany("permissions", OWN_ID).filterable())
            .with(toMany("memberships", OWN_ID).filterable())
            .with(toMany("api_credentials", OWN_ID).filterable())
            .with(versions())
            .build();

    private RolesResource() {}
}
