package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.bool;
import static io.keyledger.http.description.AttributeBuilder.date;
import static io.keyledger.http.description.AttributeBuilder.integer;
import static io.keyledger.http.description.AttributeBuilder.integers;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.RelationshipBuilder.toOne;
import static io.keyledger.http.description.RelationshipBuilder.versions;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Trait.TRIED_ON_REQUEST;

import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.app.TokenLifetimes;
import io.keyledger.kernel.credentialpolicy.Term;

/** One per organization, by its id; null stands for no limit but the service's own. Source: CONTRACT A4. */
final class CredentialPoliciesResource {
    private static final int MOST_SECRETS = 10;
    private static final int MOST_NOTICES = 12;
    private static final int EARLIEST_NOTICE = 365;

    static final ResourceType TYPE = resource("credential_policies")
            .guardedAs("credential_policy")
            .callersOneAt("credential_policy")
            .being(TRIED_ON_REQUEST)
            .with(bool("client_secrets_allowed").updatable().filterable())
            .with(string("max_secret_duration")
                    .nullable()
                    .updatable()
                    .filterable()
                    .matching(Term.FORM_OF_SECRETS))
            .with(string("max_certificate_duration")
                    .nullable()
                    .updatable()
                    .filterable()
                    .matching(Term.FORM))
            .with(integer("max_token_lifetime")
                    .nullable()
                    .updatable()
                    .filterable()
                    .between(TokenLifetimes.SHORTEST, TokenLifetimes.LONGEST))
            .with(integer("max_live_secrets")
                    .nullable()
                    .updatable()
                    .filterable()
                    .between(1, MOST_SECRETS))
            .with(integers("expiry_notices")
                    .updatable()
                    .between(1, EARLIEST_NOTICE)
                    .listing(MOST_NOTICES))
            .with(string("unused_after").nullable().updatable().filterable().matching(Term.FORM))
            .with(bool("enforce_on_tokens").updatable().filterable())
            .with(date("created_at").filterable().sortable())
            .with(date("updated_at").filterable().sortable())
            .with(toOne("organization", "organizations").filterable())
            .with(versions())
            .build();

    private CredentialPoliciesResource() {}
}
