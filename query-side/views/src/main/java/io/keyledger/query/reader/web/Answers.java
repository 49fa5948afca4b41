package io.keyledger.query.reader.web;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ReadOptions;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.document.Documents;
import io.keyledger.kernel.access.Caller;
import io.keyledger.query.reader.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Answers with a row and its included resources. */
final class Answers {
    private Answers() {}

    static ResponseEntity<Object> single(
            HttpServletRequest request,
            Caller caller,
            Reader reader,
            ResourceType type,
            @Nullable Row row,
            ReadOptions options) {
        List<Row> rows = Stream.ofNullable(row).toList();
        var included = reader.include(caller, type, rows, options.include());
        return Documents.of(request).answerSingle(type, row, options, included);
    }
}
