package io.keyledger.query.reader;

import io.keyledger.http.answer.Row;
import java.util.List;

/**
 * One page of a list.
 *
 * @param rows  at most as many as a page holds
 * @param count how many there are on all pages
 */
public record Page(List<Row> rows, long count) {
    public Page {
        rows = List.copyOf(rows);
    }
}
