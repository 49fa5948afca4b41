package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.date;
import static io.keyledger.http.description.AttributeBuilder.integer;
import static io.keyledger.http.description.AttributeBuilder.object;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.AttributeBuilder.strings;
import static io.keyledger.http.description.RelationshipBuilder.toOne;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Trait.SHOWS_MORE_THAN_ITS_VERSION;

import io.keyledger.http.description.ResourceType;

/**
 * Source: CONTRACT A3. The events of one command on one aggregate are one; {@code types} has the words of all, {@code
 * type} that of the first, and a filter on it finds any.
 */
final class AuditEventsResource {
    static final ResourceType TYPE = resource("audit_events")
            .with(integer("position").filterable().sortable())
            .with(date("occurred_at").filterable().sortable())
            .with(string("type").filterable())
            .with(strings("types"))
            .with(string("app_id").nullable().filterable())
            .with(string("resource_type").nullable())
            .with(string("resource_id").nullable().filterable())
            .with(object("actor"))
            .with(string("actor_id").nullable().filterable())
            .with(string("ip").nullable().filterable())
            .with(string("user_agent").nullable().filterable())
            .with(string("request_id").nullable().filterable())
            .with(object("changes"))
            .with(object("details"))
            .with(string("hash").filterable())
            .with(string("previous_hash").nullable())
            .with(toOne("organization", "organizations").filterable())
            .newestFirstBy("position")
            .searchable()
            .being(SHOWS_MORE_THAN_ITS_VERSION)
            .build();

    private AuditEventsResource() {}
}
