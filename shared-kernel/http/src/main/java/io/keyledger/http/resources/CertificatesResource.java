package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.date;
import static io.keyledger.http.description.AttributeBuilder.integer;
import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.RelationshipBuilder.toOne;
import static io.keyledger.http.description.RelationshipBuilder.versions;
import static io.keyledger.http.description.ResourceBuilder.resource;
import static io.keyledger.http.description.ResourceType.Trait.PART_OF_APP;
import static io.keyledger.http.description.ResourceType.Trait.SHOWS_MORE_THAN_ITS_VERSION;
import static io.keyledger.http.description.ResourceType.Trait.TOLD_BY_ITS_OWNER;
import static io.keyledger.http.description.ResourceType.Trait.USED;

import io.keyledger.http.description.ResourceType;

/** Source: CONTRACT A2. The certificate itself is taken as PEM or base64 of DER, and never shown. */
final class CertificatesResource {
    /** Characters: base64 of the largest upload, with line breaks. */
    private static final int LONGEST = 96 * 1024;

    static final ResourceType TYPE = resource("certificates")
            .guardedAs("app_registrations")
            .being(PART_OF_APP, TOLD_BY_ITS_OWNER, USED, SHOWS_MORE_THAN_ITS_VERSION)
            .with(string("name").nullable().optional().filterable())
            .with(string("certificate").required().neverShown().atMost(LONGEST))
            .with(string("subject").filterable())
            .with(string("issuer").filterable())
            .with(string("serial_number").filterable())
            .with(string("thumbprint_sha1").filterable())
            .with(string("thumbprint_sha256").filterable())
            .with(string("key_type").filterable().oneOf("RSA", "EC", "OKP"))
            .with(integer("key_size").filterable())
            .with(date("not_before").filterable().sortable())
            .with(date("not_after").filterable().sortable())
            .with(string("status").oneOf("active", "not_yet_valid", "expired", "revoked"))
            .with(date("created_at").filterable().sortable())
            .with(date("updated_at").filterable().sortable())
            .with(string("created_by").nullable().filterable())
            .with(date("last_used_at").nullable())
            .with(toOne("organization", "organizations").filterable())
            .with(toOne("app_registration", "app_registrations").filterable())
            .with(versions())
            .build();

    private CertificatesResource() {}
}
