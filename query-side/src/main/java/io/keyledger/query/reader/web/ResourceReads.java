package io.keyledger.query.reader.web;

import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.web.ReadOptions;
import io.keyledger.kernel.web.ResourceType;
import io.keyledger.kernel.web.Resources;
import io.keyledger.kernel.web.Row;
import io.keyledger.kernel.web.document.Documents;
import io.keyledger.kernel.web.read.ReadOptionsParser;
import io.keyledger.kernel.web.request.Preconditions;
import io.keyledger.query.reader.Reader;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;

/** The reads of one resource: its list, and one of it. */
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
        return Documents.of(request).answerList(type, page.rows(), page.count(), options, included);
    }

    ResponseEntity<Object> single(HttpServletRequest request, Caller caller, @PathVariable("id") String id) {
        var options = ReadOptionsParser.single(type, request.getParameterMap());
        var row = reader.get(caller, type, id);
        if (isKnown(request, options, row)) {
            return ResponseEntity.status(304)
                    .eTag(Preconditions.eTag(row.version()))
                    .build();
        }
        return Answers.single(request, caller, reader, type, row, options);
    }

    /** The tag is the version of the row alone: with other rows in the document, or names of a user, it does not tell. */
    private boolean isKnown(HttpServletRequest request, ReadOptions options, Row row) {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && options.include().isEmpty()
                && !type.equals(Resources.MEMBERSHIPS)
                && known.contains(Preconditions.eTag(row.version()));
    }
}
