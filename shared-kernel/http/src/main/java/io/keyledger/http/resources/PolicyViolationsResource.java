package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.date;
import static io.keyledger.http.description.AttributeBuilder.integer;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.RelationshipBuilder.toOne;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Trait.SHOWS_MORE_THAN_ITS_VERSION;

import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.credentialpolicy.PolicyRule;

/**
 * What exists and violates its organization's policy: one for each rule and app, or for each rule and credential, where
 * the rule limits credentials. Credentials and apps that have ended violate nothing. Source: CONTRACT A4.
 */
final class PolicyViolationsResource {
    private static final String[] RULES = PolicyRule.words().toArray(String[]::new);

    static final ResourceType TYPE = resource("policy_violations")
            .guardedAs("credential_policy")
            .being(SHOWS_MORE_THAN_ITS_VERSION)
            .with(string("rule").filterable().oneOf(RULES))
            .with(string("code").nullable())
            .with(string("limit"))
            .with(integer("measure").nullable().filterable().sortable())
            .with(date("unused_since").nullable().filterable().sortable())
            .with(string("app_id").filterable())
            .with(string("app_name").nullable())
            .with(string("credential_kind").nullable().filterable().oneOf("client_secret", "certificate"))
            .with(string("credential_id").nullable().filterable())
            .with(string("credential_name").nullable().filterable())
            .with(string("credential_hint").nullable().filterable())
            .with(date("expires_at").nullable().filterable().sortable())
            .with(date("last_used_at").nullable())
            .with(date("created_at").filterable().sortable())
            .with(toOne("organization", "organizations").filterable())
            .with(toOne("app_registration", "app_registrations").filterable())
            .asking(
                    string("rule").oneOf(RULES),
                    "What violates that rule, named as the attribute of the policy; several are separated by commas.")
            .asking(string("app_id").matching("[0-9A-Za-z]{10}"), "What belongs to that app, and the app itself.")
            .build();

    private PolicyViolationsResource() {}
}
