package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.date;
import static io.keyledger.http.description.AttributeBuilder.lines;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.RelationshipBuilder.toOne;
import static io.keyledger.http.description.RelationshipBuilder.versions;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Trait.PART_OF_APP;
import static io.keyledger.http.description.ResourceType.Trait.SHOWS_MORE_THAN_ITS_VERSION;
import static io.keyledger.http.description.ResourceType.Trait.TOLD_BY_ITS_OWNER;
import static io.keyledger.http.description.ResourceType.Trait.USED;

import io.keyledger.http.description.AttributeBuilder;
import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.credentialpolicy.Term;

/** Source: CONTRACT A2. The secret itself is in the answer that made it, and null in every other. */
final class ClientSecretsResource {
    private static final String TYPE_NAME = "client_secrets";
    private static final int LONGEST_URL = 2048;
    private static final String PORT = "(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])";
    private static final String WEB_ADDRESS =
            "https?://(?:[^\\s/?#@]*@)?(?:\\[[0-9A-Fa-f:.]+\\]|[^\\s/?#@:\\[\\]]+)(?::" + PORT + ")?(?:[/?#]\\S*)?";

    static final ResourceType TYPE = resource(TYPE_NAME)
            .guardedAs("app_registrations")
            .being(PART_OF_APP, TOLD_BY_ITS_OWNER, USED, SHOWS_MORE_THAN_ITS_VERSION)
            .with(string("name").nullable().optional().filterable())
            .with(string("hint").filterable())
            .with(duration().required().filterable())
            .with(date("created_at").filterable().sortable())
            .with(date("updated_at").filterable().sortable())
            .with(string("created_by").nullable().filterable())
            .with(date("expires_at").filterable().sortable())
            .with(string("status").oneOf("active", "retiring", "expired", "revoked"))
            .with(date("last_used_at").nullable())
            .with(string("client_secret").nullable())
            .with(toOne("organization", "organizations").filterable())
            .with(toOne("app_registration", "app_registrations").filterable())
            .with(versions())
            .build();

    /** The overlap is a week by default, the duration that of the old secret. */
    static final ResourceType ROTATION = resource(TYPE_NAME)
            .with(string("overlap").optional())
            .with(duration().optional())
            .build();

    /** Secrets that were found, and where. Whoever reads a report leaves out what does not fit. */
    static final ResourceType LEAK_REPORT = resource("leaked_secrets")
            .with(lines("secrets").required())
            .with(string("source_url").nullable().optional().atMost(LONGEST_URL).matching(WEB_ADDRESS))
            .build();

    private ClientSecretsResource() {}

    private static AttributeBuilder duration() {
        return string("effective_duration").matching(Term.FORM_OF_SECRETS);
    }
}
