package io.keyledger.query.audit.web;

import static io.keyledger.http.resources.Resources.AUDIT_EVENTS;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.http.error.Source;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.read.ReadOptionsParser;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.query.audit.AuditLogs;
import io.keyledger.query.reader.Reader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exports audit logs as a stream of entries. Source: CONTRACT A3. */
@RestController
class AuditExportController {
    private static final String FORMAT = "format";
    private static final String MARK = "bom";
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final AuditLogs logs;
    private final Reader reader;

    AuditExportController(AuditLogs logs, Reader reader) {
        this.logs = logs;
        this.reader = reader;
    }

    @Described(
            value = "Export the audit log",
            detail =
                    "In the order of positions, one organization after the other. As `ndjson` every line is an entry as it is"
                            + " hashed, or a signed checkpoint, the last of them made now: `java -jar keyledger.jar verify-audit`"
                            + " checks such a file offline. Filters other than on the organization leave entries and"
                            + " checkpoints out.",
            answers = AuditContract.EXPORT,
            refuses = {
                ErrorCode.FILTER_NOT_ALLOWED,
                ErrorCode.INVALID_FILTERS_SYNTAX,
                ErrorCode.INVALID_FILTER_VALUE,
                ErrorCode.UNAVAILABLE
            },
            parameters = {
                @Described.Parameter(
                        name = FORMAT,
                        meaning = "What to write; `ndjson` when left out.",
                        oneOf = {"ndjson", "csv"}),
                @Described.Parameter(
                        name = MARK,
                        meaning = "Begins a `csv` with a byte order mark, as Excel needs one to read it as UTF-8.",
                        oneOf = "true"),
                @Described.Parameter(
                        name = "filter[q]",
                        meaning = "As in the list of audit events, `filter[q][<attributes>_<predicate>]=<value>`.",
                        type = "object"),
                @Described.Parameter(name = "filter[text]", meaning = "As in the list of audit events.")
            })
    @GetMapping(
            path = "/api/audit_events/export",
            produces = {NDJSON, CSV})
    void export(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var selection = selection(request);
        var organizations = reader.organizations(caller, AUDIT_EVENTS);
        var isCsv = isCsv(request);
        var isMarked = isMarked(request, isCsv);
        response.setContentType((isCsv ? CSV : NDJSON) + ";charset=utf-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"audit_events." + (isCsv ? "csv" : "ndjson") + '"');
        try (var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8))) {
            var sink = isCsv ? new CsvExport(out, isMarked) : new NdjsonExport(out);
            if (selection.isWhole()) {
                selection.of(organizations).forEach(organization -> logs.export(organization, sink));
            } else {
                logs.export(caller, selection.filters(), sink);
            }
        }
    }

    private static Selection selection(HttpServletRequest request) {
        for (var name : request.getParameterMap().keySet()) {
            if (!name.equals(FORMAT) && !name.equals(MARK) && !name.startsWith("filter[")) {
                throw refused(ErrorCode.PARAM_NOT_ALLOWED, name, name + " is not allowed here");
            }
        }
        return new Selection(ReadOptionsParser.list(AUDIT_EVENTS, request.getParameterMap(), FORMAT, MARK)
                .filters());
    }

    private static boolean isCsv(HttpServletRequest request) {
        var given = request.getParameterMap().getOrDefault(FORMAT, new String[] {"ndjson"});
        return switch (String.join(",", given)) {
            case "ndjson" -> false;
            case "csv" -> true;
            default -> throw refused(ErrorCode.BAD_REQUEST, FORMAT, "the format is ndjson or csv");
        };
    }

    private static boolean isMarked(HttpServletRequest request, boolean isCsv) {
        var given = request.getParameterValues(MARK);
        if (given != null && !(isCsv && String.join(",", given).equals("true"))) {
            throw refused(ErrorCode.BAD_REQUEST, MARK, "bom is true, with format=csv, or left out");
        }
        return given != null;
    }

    private static InvalidValue refused(ErrorCode code, String parameter, String detail) {
        return new InvalidValue(new Refusal(code, detail, Source.parameter(parameter), null, Map.of()));
    }
}
