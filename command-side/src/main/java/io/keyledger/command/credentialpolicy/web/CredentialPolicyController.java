package io.keyledger.command.credentialpolicy.web;

import static io.keyledger.http.resources.Resources.CREDENTIAL_POLICIES;

import io.keyledger.command.bus.Commands;
import io.keyledger.command.credentialpolicy.ChangeCredentialPolicy;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.DryRun;
import io.keyledger.http.request.Preconditions;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Changes the credential policy of an organization, or answers what a change would do. Source: CONTRACT A4. */
@RestController
class CredentialPolicyController {
    private static final String LET_BE =
            "Credentials that exist are let be. With `dry_run=true` nothing is changed: the answer"
                    + " has the policy as it would be, and in `meta` what it would refuse and what violates it.";
    private static final String TRY = "Only say what the change would do; left out: do it.";

    private final AccessCheck access;
    private final Commands commands;
    private final ResourceAnswers answers;
    private final PolicyTrial trial;

    CredentialPolicyController(AccessCheck access, Commands commands, ResourceAnswers answers, PolicyTrial trial) {
        this.access = access;
        this.commands = commands;
        this.answers = answers;
        this.trial = trial;
    }

    /** The id in the body is the organization's. */
    @Described(
            value = "Change the policy of an organization",
            detail = "The id in the body is the organization's. " + LET_BE,
            takes = "credential_policies",
            answers = "credential_policies",
            metaSchema = PolicyTrialContract.TRIAL,
            refuses = {ErrorCode.RECORD_NOT_FOUND, ErrorCode.INVALID_FIELD_VALUE},
            parameters = @Described.Parameter(name = DryRun.PARAMETER, meaning = TRY, oneOf = "true"))
    @PatchMapping("/api/credential_policy")
    ResponseEntity<Object> change(Caller caller, @RequestBody JsonNode body, HttpServletRequest request) {
        var id = body.path("data").path("id");
        if (!id.isString()) {
            ResourceInput.forUpdate(CREDENTIAL_POLICIES, "", body);
        }
        return change(caller, id.asString(), body, request);
    }

    @Described(
            detail = LET_BE,
            refuses = ErrorCode.INVALID_FIELD_VALUE,
            metaSchema = PolicyTrialContract.TRIAL,
            parameters = @Described.Parameter(name = DryRun.PARAMETER, meaning = TRY, oneOf = "true"))
    @PatchMapping("/api/credential_policies/{id}")
    ResponseEntity<Object> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        var isTrial = DryRun.isAsked(request);
        var row = access.open(caller, CREDENTIAL_POLICIES, id, Operation.UPDATE);
        var change = PolicyInput.of(ResourceInput.forUpdate(CREDENTIAL_POLICIES, id, body));
        var version = Preconditions.expected(request);
        if (isTrial) {
            return trial.of(change, caller, row, version);
        }
        var command = new ChangeCredentialPolicy(new OrganizationId(id), change, version);
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, id));
        return answers.updated(caller, CREDENTIAL_POLICIES, id);
    }
}
