package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.bool;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.RelationshipBuilder.versions;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Readers.ITSELF;
import static io.keyledger.http.description.ResourceType.Trait.SINGLETON;

import io.keyledger.http.description.ResourceType;

/** Source: CONTRACT part B, section 5.8. */
final class UsersResource {
    /** Something, an at sign, something: the activation link proves that mail arrives. */
    static final String EMAIL = "[^@\\s]+@[^@\\s]+";

    static final ResourceType TYPE = resource("users")
            .callersOneAt("user")
            .readBy(ITSELF)
            .being(SINGLETON)
            .with(string("email").updatable().filterable().sortable().matching(EMAIL))
            .with(string("first_name").nullable().updatable().filterable().sortable())
            .with(string("last_name").nullable().updatable().filterable().sortable())
            .with(string("time_zone").nullable().updatable().filterable())
            .with(bool("otp_required_for_login"))
            .withCommonAttributes()
            .with(versions())
            .build();

    private UsersResource() {}
}
