package io.keyledger.query.audit.web;

import static io.keyledger.http.resources.Resources.AUDIT_EVENTS;

import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.read.ReadOptionsParser;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.query.audit.AuditLogs;
import io.keyledger.query.reader.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verifies every log that the caller may read. Source: CONTRACT A3. */
@RestController
class AuditVerificationController {
    private final AuditLogs logs;
    private final Reader reader;

    AuditVerificationController(AuditLogs logs, Reader reader) {
        this.logs = logs;
        this.reader = reader;
    }

    @Described(
            value = "Verify the audit log",
            detail =
                    "Recomputes the chain of every organization from its first entry on, and holds it against all"
                            + " checkpoints. What was verified before is remembered; of one organization one request verifies at a time.",
            answers = AuditContract.VERIFICATION,
            refuses = {ErrorCode.UNAVAILABLE, ErrorCode.TOO_MANY_REQUESTS})
    @GetMapping("/api/audit_events/verification")
    ResponseEntity<Object> verify(Caller caller, HttpServletRequest request) {
        ReadOptionsParser.single(AUDIT_EVENTS, request.getParameterMap());
        var data = reader.organizations(caller, AUDIT_EVENTS).stream()
                .sorted()
                .map(id -> AuditContract.verification(id, logs.check(id)))
                .collect(Collectors.toList());
        return ResponseEntity.ok().contentType(ApiMediaType.JSON_API).body(Map.of("data", data));
    }
}
