package io.keyledger.command.app.web;

import static io.keyledger.http.resources.Resources.APP_REGISTRATIONS;

import io.keyledger.command.app.DeleteApp;
import io.keyledger.command.bus.Commands;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.error.ErrorDocuments;
import io.keyledger.http.openapi.Described;
import io.keyledger.kernel.Id;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Deletes many apps, each by a command of its own: a refusal of one does not affect the others. Source: CONTRACT A2.
 */
@RestController
class BulkDeletionController {
    private final AppAccess apps;
    private final Commands commands;
    private final ResourceAnswers answers;

    BulkDeletionController(AppAccess apps, Commands commands, ResourceAnswers answers) {
        this.apps = apps;
        this.commands = commands;
        this.answers = answers;
    }

    /** 200 with one result per id, in the order given: {@code deleted}, {@code not_found}, or {@code refused} and why. */
    @Described(
            value = "Delete many app registrations",
            takes = BulkDeletionContract.DELETION,
            answers = BulkDeletionContract.RESULTS,
            status = 200)
    @PostMapping("/api/app_registrations/bulk_delete")
    ResponseEntity<Object> delete(Caller caller, @RequestBody JsonNode body) {
        var results = BulkDeletion.ids(body).stream()
                .map(id -> Map.of("type", APP_REGISTRATIONS.name(), "id", id, "meta", result(caller, id)))
                .toList();
        var answer = answers.awaitWritten()
                ? ResponseEntity.ok()
                : ResponseEntity.ok().header(ResourceAnswers.LAG, "true");
        return answer.contentType(ApiMediaType.JSON_API).body(Map.of("data", results));
    }

    private Map<String, Object> result(Caller caller, String id) {
        try {
            if (!Id.isId(id)) {
                return Map.of("result", "not_found");
            }
            var row = apps.toChange(caller, id, Operation.DESTROY);
            commands.send(
                    new DeleteApp(new AppId(id), null),
                    Map.of(MetaKey.ORGANIZATION_ID, Objects.requireNonNull(row.organizationId())));
            return Map.of("result", "deleted");
        } catch (Refused refused) {
            return refused(refused);
        }
    }

    private static Map<String, Object> refused(Refused refused) {
        if (refused.refusals().getFirst().code() == ErrorCode.RECORD_NOT_FOUND) {
            return Map.of("result", "not_found");
        }
        var result = new HashMap<String, Object>(ErrorDocuments.of(refused.refusals()));
        result.put("result", "refused");
        return result;
    }
}
