package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.date;
import static io.keyledger.http.description.AttributeBuilder.integer;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.RelationshipBuilder.toOne;
import static io.keyledger.http.description.ResourceBuilder.resource;

import io.keyledger.http.description.ResourceType;

/** Signed heads of audit logs. Source: CONTRACT A3. */
final class AuditCheckpointsResource {
    static final ResourceType TYPE = resource("audit_checkpoints")
            .guardedAs("audit_events")
            .with(integer("position").filterable().sortable())
            .with(string("hash").filterable())
            .with(string("key_id").filterable())
            .with(date("signed_at").filterable().sortable())
            .with(string("jws"))
            .with(toOne("organization", "organizations").filterable())
            .newestFirstBy("position")
            .build();

    private AuditCheckpointsResource() {}
}
