package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.bool;
import static io.keyledger.http.description.AttributeBuilder.date;
import static io.keyledger.http.description.AttributeBuilder.integer;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.RelationshipBuilder.toOne;
import static io.keyledger.http.description.RelationshipBuilder.versions;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Trait.SHOWS_MORE_THAN_ITS_VERSION;
import static io.keyledger.http.description.ResourceType.Trait.WITH_PAST;

import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.app.TokenLifetimes;

/** Source: CONTRACT part B, section 4; hint and expiry of the secret: part A, section 1. */
final class ApiCredentialsResource {
    private static final int LONGEST_URI = 2048;

    static final ResourceType TYPE = resource("api_credentials")
            .being(WITH_PAST, SHOWS_MORE_THAN_ITS_VERSION)
            .with(string("name").required().updatable().filterable())
            .with(string("kind").required().filterable())
            .with(bool("confidential").filterable())
            .with(string("redirect_uri")
                    .nullable()
                    .optional()
                    .updatable()
                    .filterable()
                    .atMost(LONGEST_URI))
            .with(string("client_id").filterable())
            .with(string("client_secret").nullable())
            .with(string("client_secret_hint").nullable())
            .with(date("client_secret_expires_at").nullable())
            .with(string("scopes").filterable())
            .with(integer("expires_in")
                    .nullable()
                    .optional()
                    .updatable()
                    .filterable()
                    .between(TokenLifetimes.SHORTEST, TokenLifetimes.LONGEST))
            .with(string("mode").nullable().optional().filterable().sortable().oneOf("test", "live"))
            .with(bool("custom").nullable().optional().filterable())
            .withCommonAttributes()
            .with(toOne("organization", "organizations").required().filterable())
            .with(toOne("role", "roles").optional().updatable().filterable())
            .with(versions())
            .build();

    private ApiCredentialsResource() {}
}
