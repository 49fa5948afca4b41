package io.keyledger.query.audit.web;

import io.keyledger.query.audit.AuditEntry;
import io.keyledger.query.audit.ExportSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one entry per line for spreadsheets (RFC 4180): every field is quoted, objects are JSON, control characters
 * are written as in JSON, and what a spreadsheet would take for a formula gets an apostrophe. Without checkpoints.
 */
final class CsvExport implements ExportSink {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String END_OF_LINE = "\r\n";
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String FORMULA = "=+-@";
    private static final String ACTOR = AuditEntry.ACTOR + '_';
    private static final List<String> COLUMNS = List.of(
            AuditEntry.ID,
            AuditEntry.ORGANIZATION,
            AuditEntry.POSITION,
            AuditEntry.OCCURRED_AT,
            AuditEntry.TYPE,
            AuditEntry.TYPES,
            AuditEntry.APP,
            AuditEntry.RESOURCE_TYPE,
            AuditEntry.RESOURCE,
            ACTOR + "kind",
            ACTOR + "id",
            ACTOR + "name",
            ACTOR + "client_id",
            AuditEntry.IP,
            AuditEntry.USER_AGENT,
            AuditEntry.REQUEST,
            AuditEntry.CHANGES,
            AuditEntry.DETAILS,
            AuditEntry.PREVIOUS,
            AuditEntry.HASH);

    private final Writer out;

    /**
     * Begins with the names of the columns.
     *
     * @param isMarked whether a byte order mark precedes them: without one some spreadsheets take UTF-8 for the
     *                 encoding of the machine
     */
    CsvExport(Writer out, boolean isMarked) {
        this.out = out;
        if (isMarked) {
            write(BYTE_ORDER_MARK);
        }
        line(COLUMNS.stream());
    }

    @Override
    public void entry(Map<String, @Nullable Object> entry) {
        line(COLUMNS.stream().map(column -> text(value(entry, column))));
    }

    @Override
    public void checkpoint(String jws) {
        // a checkpoint fits no column
    }

    private static @Nullable Object value(Map<String, @Nullable Object> entry, String column) {
        return column.startsWith(ACTOR) && entry.get(AuditEntry.ACTOR) instanceof Map<?, ?> actor
                ? actor.get(column.substring(ACTOR.length()))
                : entry.get(column);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> object -> JSON.writeValueAsString(object);
            case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(" "));
            default -> value.toString();
        };
    }

    private void line(Stream<String> fields) {
        write(fields.map(CsvExport::quoted).collect(Collectors.joining(",")) + END_OF_LINE);
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        var field = new StringBuilder("\"");
        if (!text.isEmpty() && (FORMULA.indexOf(text.charAt(0)) >= 0 || Character.isISOControl(text.charAt(0)))) {
            field.append('\'');
        }
        text.chars().forEach(c -> {
            if (c == '"') {
                field.append("\"\"");
            } else if (Character.isISOControl(c)) {
                field.append("\\u" + HexFormat.of().toHexDigits((char) c));
            } else {
                field.append((char) c);
            }
        });
        return field.append('"').toString();
    }
}
