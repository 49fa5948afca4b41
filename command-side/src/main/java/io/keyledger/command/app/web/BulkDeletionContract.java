package io.keyledger.command.app.web;

import io.keyledger.http.openapi.ContractPart;
import io.keyledger.http.openapi.Schema;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The schemas of the bulk deletion: its request and its answer. */
@Component
class BulkDeletionContract implements ContractPart {
    static final String DELETION = "AppRegistrationsDeletion";
    static final String RESULTS = "AppRegistrationsDeletionResults";

    @Override
    public Map<String, Schema> schemas() {
        return Map.of(
                DELETION,
                Schema.object()
                        .member(
                                "data",
                                Schema.list(identifier().open())
                                        .with("minItems", 1)
                                        .with("maxItems", BulkDeletion.MOST))
                        .requiringAll()
                        .open(),
                RESULTS,
                Schema.object()
                        .member(
                                "data",
                                Schema.list(
                                        identifier().member("meta", result()).requiringAll()))
                        .requiringAll());
    }

    private static Schema identifier() {
        return Schema.object()
                .member("type", Schema.only("app_registrations"))
                .member("id", Schema.of("string"))
                .requiringAll();
    }

    private static Schema result() {
        return Schema.object()
                .member("result", Schema.oneOf(List.of("deleted", "not_found", "refused")))
                .requiringAll()
                .member("errors", Schema.list(Schema.object().open()));
    }
}
