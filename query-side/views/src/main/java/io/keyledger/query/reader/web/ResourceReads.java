package io.keyledger.query.reader.web;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.document.Documents;
import io.keyledger.http.read.ReadOptionsParser;
import io.keyledger.kernel.access.Caller;
import io.keyledger.query.reader.Reader;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;

/** Reads a list of one resource, or a single one. */
final class ResourceReads {
    private final ResourceType type;
    private final Reader reader;

    ResourceReads(ResourceType type, Reader reader) {
        this.type = type;
        this.reader = reader;
    }

    ResponseEntity<Object> list(HttpServletRequest request, Caller caller) {
        var options = ReadOptionsParser.list(type, request.getParameterMap());
        var page = reader.list(caller, type, options);
        var included = reader.include(caller, type, page.rows(), options.include());
        var counts = reader.counts(caller, type, options);
        return Documents.of(request).answerList(type, page.rows(), page.count(), counts, options, included);
    }

    ResponseEntity<Object> single(HttpServletRequest request, Caller caller, @PathVariable("id") String id) {
        var options = ReadOptionsParser.single(type, request.getParameterMap());
        var row = reader.get(caller, type, id);
        return Answers.single(request, caller, reader, type, row, options);
    }
}
