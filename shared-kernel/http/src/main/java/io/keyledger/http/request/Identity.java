package io.keyledger.http.request;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Trait;
import io.keyledger.http.error.Source;
import io.keyledger.kernel.problem.ErrorCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The {@code type} and {@code id} members of a request: they repeat what the address says. */
record Identity(ResourceType type, InputFaults faults) {
    void check(JsonNode data, @Nullable String id) {
        var typeName = data.path("type");
        if (typeName.isMissingNode()) {
            missing("type");
        } else if (!typeName.isString() || !typeName.stringValue().equals(type.name())) {
            faults.form(ErrorCode.TYPE_MISMATCH, Source.pointer("data", "type"), "the type here is " + type.name());
        }
        checkId(data.path("id"), id);
    }

    private void checkId(JsonNode given, @Nullable String id) {
        if (id == null) {
            if (!given.isMissingNode() && !given.isNull()) {
                faults.form(ErrorCode.PARAM_NOT_ALLOWED, Source.pointer("data", "id"), "the service makes the id");
            }
        } else if (given.isMissingNode()) {
            if (!type.is(Trait.SINGLETON)) {
                missing("id");
            }
        } else if (!given.isString() || !given.stringValue().equals(id)) {
            faults.form(
                    ErrorCode.KEY_NOT_INCLUDED_IN_URL,
                    Source.pointer("data", "id"),
                    "the id is not the one in the address");
        }
    }

    private void missing(String member) {
        faults.form(ErrorCode.PARAM_MISSING, Source.pointer("data", member), member + " is missing");
    }
}
