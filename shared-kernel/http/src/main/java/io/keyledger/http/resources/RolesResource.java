package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.AttributeBuilder.trigger;
import static io.keyledger.http.description.RelationshipBuilder.toMany;
import static io.keyledger.http.description.RelationshipBuilder.toOne;
import static io.keyledger.http.description.RelationshipBuilder.versions;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Trait.WITH_PAST;

import io.keyledger.http.description.ResourceType;

/** Source: CONTRACT part B, section 5.2. */
final class RolesResource {
    private static final String OWN_ID = "role_id";

    static final ResourceType TYPE = resource("roles")
            .being(WITH_PAST)
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
