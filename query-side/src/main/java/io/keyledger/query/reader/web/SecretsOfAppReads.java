package io.keyledger.query.reader.web;

import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.web.Attribute;
import io.keyledger.kernel.web.Relationship;
import io.keyledger.kernel.web.Resources;
import io.keyledger.kernel.web.contract.Described;
import io.keyledger.query.reader.Reader;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;

/** The client secrets of an app, below an address that no table describes yet. */
final class SecretsOfAppReads {
    private static final Relationship SECRETS = new Relationship(
            "client_secrets",
            "client_secrets",
            Relationship.Kind.TO_MANY,
            "app_registration_id",
            Attribute.Given.NEVER,
            false,
            false);

    private final RelatedReads reads;

    SecretsOfAppReads(Reader reader) {
        this.reads = new RelatedReads(Resources.API_CREDENTIALS, SECRETS, reader);
    }

    @Described(value = "List the client secrets of an app registration", answers = "client_secrets[]")
    ResponseEntity<Object> list(HttpServletRequest request, Caller caller, @PathVariable("id") String id) {
        return reads.related(request, caller, id);
    }

    @Described(value = "Show a client secret of an app registration", answers = "client_secrets")
    ResponseEntity<Object> part(
            HttpServletRequest request,
            Caller caller,
            @PathVariable("id") String id,
            @PathVariable("partId") String partId) {
        return reads.part(request, caller, id, partId);
    }
}
