package io.keyledger.query.reader.web;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.document.Documents;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.read.AsOf;
import io.keyledger.http.read.ReadOptionsParser;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.query.reader.Past;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;

/** Reads one resource as it was at some time. */
final class PastReads {
    static final String MEANING = "The instant to show it at, a timestamp of RFC 3339 or a date (its first"
            + " instant, UTC), from the events themselves; now when left out. Before its creation and after its end there"
            + " is no such resource. `last_used_at` is null when it was used since.";
    static final String EXAMPLE = "2026-10-01T00:00:00Z";

    private final ResourceType type;
    private final Past past;

    PastReads(ResourceType type, Past past) {
        this.type = type;
        this.past = past;
    }

    @Described(
            parameters = @Described.Parameter(name = AsOf.NAME, meaning = MEANING, example = EXAMPLE),
            refuses = ErrorCode.INVALID_FIELD_VALUE)
    ResponseEntity<Object> single(HttpServletRequest request, Caller caller, @PathVariable("id") String id) {
        var at = AsOf.of(request.getParameterMap(), past.end());
        var options = ReadOptionsParser.single(type, request.getParameterMap(), AsOf.NAME);
        var row = past.get(caller, type, id, at);
        return Documents.of(request).answerSingle(type, row, options, Linkage.of(type, row));
    }
}
