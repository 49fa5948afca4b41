package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.date;
import static io.keyledger.http.description.AttributeBuilder.integer;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.AttributeBuilder.strings;
import static io.keyledger.http.description.AttributeBuilder.trigger;
import static io.keyledger.http.description.RelationshipBuilder.toListed;
import static io.keyledger.http.description.RelationshipBuilder.toMany;
import static io.keyledger.http.description.RelationshipBuilder.toOne;
import static io.keyledger.http.description.RelationshipBuilder.versions;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Trait.SHOWS_MORE_THAN_ITS_VERSION;
import static io.keyledger.http.description.ResourceType.Trait.USED;
import static io.keyledger.http.description.ResourceType.Trait.WITH_PAST;

import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.app.TokenLifetimes;
import io.keyledger.kernel.credentialpolicy.Term;
import io.keyledger.kernel.expiry.Span;

/** The full face of an app; {@link ApiCredentialsResource} is the compact one of the same. Source: CONTRACT A2. */
final class AppRegistrationsResource {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 1000;
    private static final int LONGEST_URI = 2048;

    static final ResourceType TYPE = resource("app_registrations")
            .faceOf("api_credentials")
            .being(WITH_PAST, USED, SHOWS_MORE_THAN_ITS_VERSION)
            .with(string("name").required().updatable().filterable().sortable().atMost(LONGEST_NAME))
            .with(string("description")
                    .nullable()
                    .optional()
                    .updatable()
                    .filterable()
                    .atMost(LONGEST_DESCRIPTION))
            .with(string("kind").optional().filterable())
            .with(string("mode").optional().filterable().sortable().oneOf("test", "live"))
            .with(string("client_id").filterable())
            .with(strings("permissions").optional().updatable().filterable())
            .with(string("customer_scope")
                    .optional()
                    .updatable()
                    .filterable()
                    .oneOf("all_customers", "specific_customers", "customer_groups"))
            .with(integer("expires_in")
                    .nullable()
                    .optional()
                    .updatable()
                    .filterable()
                    .sortable()
                    .between(TokenLifetimes.SHORTEST, TokenLifetimes.LONGEST))
            .with(strings("redirect_uris").optional().updatable().filterable().atMost(LONGEST_URI))
            .with(string("status").filterable().sortable().oneOf("active", "disabled"))
            .with(date("last_used_at").nullable().filterable().sortable())
            .with(string("effective_duration")
                    .optional()
                    .matching(Term.FORM_OF_SECRETS)
                    .neverShown())
            .with(string("client_secret").nullable())
            .with(trigger("_disable").updatable())
            .with(trigger("_enable").updatable())
            .with(string("created_by").nullable().filterable().sortable())
            .with(string("updated_by").nullable().filterable().sortable())
            .withCommonAttributes()
            .with(toOne("organization", "organizations").required().filterable())
            .with(toOne("role", "roles").optional().updatable().filterable())
            .with(toListed("customers", "customer_ids").optional().updatable().filterable())
            .with(toListed("customer_groups", "customer_group_ids")
                    .optional()
                    .updatable()
                    .filterable())
            .with(toMany("client_secrets", "app_registration_id").filterable())
            .with(toMany("certificates", "app_registration_id").filterable())
            .with(versions())
            .asking(
                    string("unused_for").matching(Span.PATTERN),
                    "Apps that got no token for so long, such as `P90D`, public ones too; one that never got any counts"
                            + " from its registration.")
            .build();

    /** The body of an installation: for which organization. */
    static final ResourceType DASHBOARD_INSTALLATION = resource("dashboard_apps")
            .guardedAs("app_registrations")
            .with(toOne("organization", "organizations").required())
            .build();

    private AppRegistrationsResource() {}
}
