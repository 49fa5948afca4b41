package io.keyledger.query.reader.web;

import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.document.Documents;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.read.AsOf;
import io.keyledger.http.read.ReadOptionsParser;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import io.keyledger.query.reader.Past;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;

/** Reads the parts that a resource had at some time. */
final class PastParts {
    private final ResourceType type;
    private final Relationship relationship;
    private final ResourceType target;
    private final Past past;

    PastParts(ResourceType type, Relationship relationship, Past past) {
        this.type = type;
        this.relationship = relationship;
        this.target = Resources.target(relationship);
        this.past = past;
    }

    @Described(
            parameters =
                    @Described.Parameter(name = AsOf.NAME, meaning = PastReads.MEANING, example = PastReads.EXAMPLE),
            refuses = ErrorCode.INVALID_FIELD_VALUE)
    ResponseEntity<Object> related(HttpServletRequest request, Caller caller, @PathVariable("id") String id) {
        var at = AsOf.of(request.getParameterMap(), past.end());
        var options = ReadOptionsParser.list(target, request.getParameterMap(), AsOf.NAME);
        var rows = past.parts(caller, type, id, relationship, at);
        var page = rows.stream()
                .skip((options.pageNumber() - 1L) * options.pageSize())
                .limit(options.pageSize())
                .toList();
        return Documents.of(request).answerList(target, page, rows.size(), options, Linkage.of(target, page));
    }

    @Described(
            parameters =
                    @Described.Parameter(name = AsOf.NAME, meaning = PastReads.MEANING, example = PastReads.EXAMPLE),
            refuses = ErrorCode.INVALID_FIELD_VALUE)
    ResponseEntity<Object> part(
            HttpServletRequest request,
            Caller caller,
            @PathVariable("id") String id,
            @PathVariable("partId") String partId) {
        var at = AsOf.of(request.getParameterMap(), past.end());
        var options = ReadOptionsParser.single(target, request.getParameterMap(), AsOf.NAME);
        var row = past.parts(caller, type, id, relationship, at).stream()
                .filter(part -> part.id().equals(partId))
                .findFirst()
                .orElseThrow(
                        () -> new RuleViolation(new Refusal(ErrorCode.RECORD_NOT_FOUND, "there was no such resource")));
        return Documents.of(request).answerSingle(target, row, options, Linkage.of(target, row));
    }
}
