package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.bool;
import static io.keyledger.http.description.AttributeBuilder.object;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.RelationshipBuilder.toMany;
import static io.keyledger.http.description.RelationshipBuilder.versions;
import static io.keyledger.http.description.ResourceBuilder.resource;

import io.keyledger.http.description.ResourceType;

/** Source: CONTRACT part B, section 5.1, without the branding and the flags of the core commerce service. */
final class OrganizationsResource {
    private static final String OWN_ID = "organization_id";

    static final ResourceType TYPE = resource("organizations")
            .with(string("name").required().updatable().filterable().sortable())
            .with(string("slug").filterable().sortable())
            .with(string("domain").filterable().sortable())
            .with(string("support_phone").nullable().optional().updatable())
            .with(string("support_email").nullable().optional().updatable())
            .with(string("region").nullable().optional().filterable())
            .with(bool("can_switch_live"))
            .with(object("subscription_info"))
            .with(object("config").nullable().optional().updatable())
            .withCommonAttributes()
            .with(toMany("memberships", OWN_ID).filterable())
            .with(toMany("roles", OWN_ID).filterable())
            .with(toMany("permissions", OWN_ID).filterable())
            .with(toMany("api_credentials", OWN_ID).filterable())
            .with(versions())
            .build();

    static final ResourceType OWNERSHIP_TRANSFER =
            resource("organizations").with(string("new_owner_email").required()).build();

    private OrganizationsResource() {}
}
