package io.keyledger.query.audit.web;

import io.keyledger.http.openapi.ContractPart;
import io.keyledger.http.openapi.Schema;
import io.keyledger.query.audit.Finding;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The documents about whole logs, and their schemas in the published contract. */
@Component
class AuditContract implements ContractPart {
    static final String EXPORT = "AuditExport";
    static final String VERIFICATION = "AuditVerificationList";
    private static final String TYPE = "audit_verifications";
    private static final String STRING = "string";
    private static final String INTEGER = "integer";

    static Map<String, Object> verification(String organizationId, Finding finding) {
        var attributes = new LinkedHashMap<String, @Nullable Object>();
        attributes.put("valid", finding.valid());
        attributes.put("entries", finding.entries());
        attributes.put("first_broken_position", finding.brokenAt());
        attributes.put("reason", finding.reason());
        attributes.put("signed_up_to", finding.proven());
        attributes.put("signed_at", finding.provenAt());
        attributes.put("hash", finding.hash());
        attributes.put("entries_not_shown", finding.notShown());
        return Map.of("type", TYPE, "id", organizationId, "attributes", attributes);
    }

    @Override
    public Map<String, Schema> schemas() {
        var attributes = Schema.object()
                .member("valid", Schema.of("boolean"))
                .member("entries", Schema.of(INTEGER))
                .member("first_broken_position", Schema.of(INTEGER).nullable())
                .member("reason", Schema.of(STRING).nullable())
                .member("signed_up_to", Schema.of(INTEGER))
                .member("signed_at", Schema.of(STRING).nullable())
                .member("hash", Schema.of(STRING).nullable())
                .member(
                        "entries_not_shown",
                        Schema.of(INTEGER)
                                .with(
                                        "description",
                                        "Entries with events that this build could not show: details `not_shown`. The log"
                                                + " is not signed from the first of them on."))
                .requiringAll();
        var verification = Schema.object()
                .member("type", Schema.only(TYPE))
                .member("id", Schema.named("Id"))
                .member("attributes", attributes)
                .requiringAll();
        return Map.of(
                EXPORT,
                Schema.of(STRING),
                VERIFICATION,
                Schema.object().member("data", Schema.list(verification)).requiringAll());
    }
}
