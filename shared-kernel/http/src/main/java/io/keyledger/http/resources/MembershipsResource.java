package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.bool;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.RelationshipBuilder.toOne;
import static io.keyledger.http.description.RelationshipBuilder.versions;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Trait.SHOWS_MORE_THAN_ITS_VERSION;

import io.keyledger.http.description.ResourceType;

/** Source: CONTRACT part B, section 5.4, without the two relationships that part A leaves out. */
final class MembershipsResource {
    static final ResourceType TYPE = resource("memberships")
            .being(SHOWS_MORE_THAN_ITS_VERSION)
            .with(string("user_email").required().filterable().matching(UsersResource.EMAIL))
            .with(string("user_first_name").nullable())
            .with(string("user_last_name").nullable())
            .with(string("status").filterable().sortable())
            .with(bool("owner").filterable())
            .with(bool("test_enabled"))
            .with(string("access_scope")
                    .nullable()
                    .optional()
                    .updatable()
                    .filterable()
                    .oneOf("live_access", "test_access", "all_access"))
            .withCommonAttributes()
            .with(toOne("organization", "organizations").required().filterable())
            .with(toOne("role", "roles").required().updatable().filterable())
            .with(versions())
            .build();

    private MembershipsResource() {}
}
