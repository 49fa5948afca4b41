package io.keyledger.command.app.web;

import static io.keyledger.http.resources.Resources.APP_REGISTRATIONS;

import io.keyledger.http.error.Source;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads which apps are to be deleted: an array of 1 to {@value #MOST} types and ids. */
final class BulkDeletion {
    static final int MOST = 100;

    private static final String DATA = "data";

    private BulkDeletion() {}

    static List<String> ids(JsonNode body) {
        var data = body.path(DATA);
        if (!data.isArray()) {
            throw refused(
                    ErrorCode.INVALID_DATA_FORMAT, "data must be an array of types and ids", Source.pointer(DATA));
        }
        if (data.isEmpty() || data.size() > MOST) {
            throw new InvalidValue(new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "must name 1 to " + MOST + " apps",
                    Source.pointer(DATA),
                    data.isEmpty() ? "blank" : "too_long",
                    Map.of("count", MOST)));
        }
        var ids = new ArrayList<String>();
        for (int i = 0; i < data.size(); i++) {
            ids.add(id(data.get(i), String.valueOf(i)));
        }
        return ids;
    }

    private static String id(JsonNode identifier, String index) {
        if (!identifier.path("type").isString() || !identifier.path("id").isString()) {
            throw refused(ErrorCode.PARAM_MISSING, "a type and an id are needed", Source.pointer(DATA, index));
        }
        if (!identifier.path("type").stringValue().equals(APP_REGISTRATIONS.name())) {
            throw refused(
                    ErrorCode.TYPE_MISMATCH,
                    "the type here is " + APP_REGISTRATIONS.name(),
                    Source.pointer(DATA, index, "type"));
        }
        return identifier.path("id").stringValue();
    }

    private static InvalidValue refused(ErrorCode code, String detail, String pointer) {
        return new InvalidValue(new Refusal(code, detail, pointer, null, Map.of()));
    }
}
