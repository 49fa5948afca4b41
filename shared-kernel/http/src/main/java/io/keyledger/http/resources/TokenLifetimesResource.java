package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.bool;
import static io.keyledger.http.description.AttributeBuilder.date;
import static io.keyledger.http.description.AttributeBuilder.integer;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.RelationshipBuilder.toMany;
import static io.keyledger.http.description.RelationshipBuilder.toOne;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Trait.SHOWS_MORE_THAN_ITS_VERSION;

import io.keyledger.http.description.ResourceType;

/** How long tokens live, by app; lifetimes are in seconds. Source: CONTRACT A3. */
final class TokenLifetimesResource {
    private static final String SUBJECT = "app_registrations";
    private static final String ORGANIZATION = "organization";
    private static final String ORGANIZATIONS = "organizations";

    /** One per app, by its id. */
    static final ResourceType TYPE = resource("token_lifetimes")
            .guardedAs(SUBJECT)
            .with(string("name").filterable().sortable())
            .with(string("kind").filterable())
            .with(string("mode").filterable())
            .with(integer("expires_in").filterable().sortable())
            .with(integer("default"))
            .with(integer("min"))
            .with(integer("max"))
            .with(integer("recommended"))
            .with(bool("over_recommended"))
            .with(date("changed_at").filterable().sortable())
            .with(string("changed_by").nullable().filterable())
            .with(integer("previous").nullable().filterable())
            .with(date("latest_token_expires_at").nullable())
            .with(date("created_at").filterable().sortable())
            .with(toOne(ORGANIZATION, ORGANIZATIONS).filterable())
            .with(toOne("app_registration", SUBJECT).filterable())
            .with(toMany("history", "token_lifetime_changes", "token_lifetime_id"))
            .being(SHOWS_MORE_THAN_ITS_VERSION)
            .build();

    /** One per change, the first of which is the registration. */
    static final ResourceType CHANGES = resource("token_lifetime_changes")
            .guardedAs(SUBJECT)
            .with(integer("expires_in").filterable())
            .with(integer("previous").nullable().filterable())
            .with(date("changed_at").filterable().sortable())
            .with(string("changed_by").nullable().filterable())
            .with(string("actor_kind").nullable().filterable())
            .with(string("actor_id").nullable().filterable())
            .with(date("created_at").filterable().sortable())
            .with(toOne(ORGANIZATION, ORGANIZATIONS).filterable())
            .with(toOne("token_lifetime", "token_lifetimes").filterable())
            .build();

    private TokenLifetimesResource() {}
}
