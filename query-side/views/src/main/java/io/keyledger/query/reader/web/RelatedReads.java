package io.keyledger.query.reader.web;

import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.document.Documents;
import io.keyledger.http.read.ReadOptionsParser;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import io.keyledger.query.reader.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;

/** Reads along one relationship of a resource: its targets, or their identifiers. */
final class RelatedReads {
    private final ResourceType type;
    private final Relationship relationship;
    private final ResourceType target;
    private final Reader reader;

    RelatedReads(ResourceType type, Relationship relationship, Reader reader) {
        this.type = type;
        this.relationship = relationship;
        this.target = Resources.target(relationship);
        this.reader = reader;
    }

    ResponseEntity<Object> related(HttpServletRequest request, Caller caller, @PathVariable("id") String id) {
        return relationship.many() ? list(request, caller, id) : one(request, caller, id);
    }

    private ResponseEntity<Object> list(HttpServletRequest request, Caller caller, String id) {
        var options = ReadOptionsParser.list(target, request.getParameterMap());
        var page = reader.related(caller, type, id, relationship, options);
        var included = reader.include(caller, target, page.rows(), options.include());
        return Documents.of(request).answerList(target, page.rows(), page.count(), options, included);
    }

    private ResponseEntity<Object> one(HttpServletRequest request, Caller caller, String id) {
        var options = ReadOptionsParser.single(target, request.getParameterMap());
        var row = reader.related(caller, reader.get(caller, type, id), relationship);
        return Answers.single(request, caller, reader, target, row, options);
    }

    /** One of the targets of a to-many relationship. */
    ResponseEntity<Object> part(
            HttpServletRequest request,
            Caller caller,
            @PathVariable("id") String id,
            @PathVariable("partId") String partId) {
        var options = ReadOptionsParser.single(target, request.getParameterMap());
        var owner = reader.get(caller, type, id);
        var row = reader.get(caller, target, partId);
        if (!owner.id().equals(row.values().get(relationship.field()))) {
            throw new RuleViolation(new Refusal(ErrorCode.RECORD_NOT_FOUND, "there is no such resource"));
        }
        return Answers.single(request, caller, reader, target, row, options);
    }

    /** Identifiers alone; of a to-many relationship one page of them. */
    ResponseEntity<Object> identifiers(HttpServletRequest request, Caller caller, @PathVariable("id") String id) {
        var data = relationship.many() ? identifiersOfPage(request, caller, id) : identifier(caller, id);
        return ResponseEntity.ok().contentType(ApiMediaType.JSON_API).body(Collections.singletonMap("data", data));
    }

    private List<Map<String, String>> identifiersOfPage(HttpServletRequest request, Caller caller, String id) {
        var options = ReadOptionsParser.list(target, request.getParameterMap());
        return reader.related(caller, type, id, relationship, options).rows().stream()
                .map(row -> identifier(row.id()))
                .toList();
    }

    private @Nullable Map<String, String> identifier(Caller caller, String id) {
        var leadsTo = reader.get(caller, type, id).values().get(relationship.field());
        return leadsTo == null ? null : identifier(leadsTo.toString());
    }

    private Map<String, String> identifier(String id) {
        return Map.of("type", target.name(), "id", id);
    }
}
