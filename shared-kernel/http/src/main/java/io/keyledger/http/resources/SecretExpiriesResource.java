package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.date;
import static io.keyledger.http.description.AttributeBuilder.integer;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.AttributeBuilder.strings;
import static io.keyledger.http.description.RelationshipBuilder.toOne;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Trait.SHOWS_MORE_THAN_ITS_VERSION;
import static io.keyledger.http.description.ResourceType.Trait.USED;

import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.expiry.Span;

/**
 * Every client secret and certificate by its id, with its end and notices: live ones, and ended ones for ninety days or
 * a little longer. {@code days_left} are whole days, negative after the end; notices are named by how long before the
 * end they are given, such as {@code P90D}. Source: CONTRACT A3.
 */
final class SecretExpiriesResource {
    private static final String[] STATES = {"ok", "expiring", "retiring", "expired"};

    static final ResourceType TYPE = resource("secret_expiries")
            .guardedAs("app_registrations")
            .being(USED, SHOWS_MORE_THAN_ITS_VERSION)
            .with(string("kind").filterable().oneOf("client_secret", "certificate"))
            .with(string("name").nullable().filterable())
            .with(string("hint").nullable().filterable())
            .with(string("thumbprint_sha256").nullable().filterable())
            .with(string("app_id").filterable())
            .with(string("app_name").nullable())
            .with(date("created_at").filterable().sortable())
            .with(date("expires_at").filterable().sortable())
            .with(integer("days_left"))
            .with(string("state").oneOf(STATES))
            .with(date("last_used_at").nullable().filterable().sortable())
            .with(date("next_notice_at").nullable().filterable().sortable())
            .with(strings("notices_given"))
            .with(toOne("organization", "organizations").filterable())
            .with(toOne("app_registration", "app_registrations").filterable())
            .firstBy("expires_at")
            .asking(
                    string("within").matching(Span.PATTERN),
                    "What ends from now on until so much later, such as `P30D`.")
            .asking(
                    string("state").oneOf(STATES),
                    "`expired`: has ended. `retiring`: has a successor. `expiring`: its first notice is due or given."
                            + " `ok`: none of these. Several are separated by commas.")
            .asking(string("app_id").matching("[0-9A-Za-z]{10}"), "What belongs to that app.")
            .asking(
                    string("unused_for").matching(Span.PATTERN),
                    "What was not used for so long, such as `P90D`; what was never used counts from when it was made.")
            .build();

    private SecretExpiriesResource() {}
}
