package io.keyledger.command.organization.web;

import static io.keyledger.kernel.web.Resources.CREDENTIAL_POLICIES;

import io.keyledger.command.organization.ChangeCredentialPolicy;
import io.keyledger.command.resource.web.Gate;
import io.keyledger.command.support.Commands;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.web.Views;
import io.keyledger.kernel.web.contract.Described;
import io.keyledger.kernel.web.request.Preconditions;
import io.keyledger.kernel.web.request.ResourceInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Changes what an organization allows its credentials. Source: CONTRACT A4. */
@RestController
class CredentialPolicyController {
    private final Gate gate;
    private final Commands commands;
    private final Views views;

    CredentialPolicyController(Gate gate, Commands commands, Views views) {
        this.gate = gate;
        this.commands = commands;
        this.views = views;
    }

    /** The body says whose policy it is: its id is the organization's. */
    @Described(
            value = "Change the policy of an organization",
            detail = "The id in the body is the organization's. Credentials that exist are let be.",
            takes = "credential_policies",
            answers = "credential_policies",
            refuses = ErrorCode.RECORD_NOT_FOUND)
    @PatchMapping("/api/credential_policy")
    ResponseEntity<Object> change(Caller caller, @RequestBody JsonNode body, HttpServletRequest request) {
        var id = body.path("data").path("id");
        if (!id.isString()) {
            ResourceInput.forUpdate(CREDENTIAL_POLICIES, "", body);
        }
        return change(caller, id.asString(), body, request);
    }

    @Described(detail = "Credentials that exist are let be.")
    @PatchMapping("/api/credential_policies/{id}")
    ResponseEntity<Object> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        gate.open(caller, CREDENTIAL_POLICIES, id, Operation.UPDATE);
        var change = PolicyInput.of(ResourceInput.forUpdate(CREDENTIAL_POLICIES, id, body));
        var command = new ChangeCredentialPolicy(new OrganizationId(id), change, Preconditions.ifMatch(request));
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, id));
        return views.updated(caller, CREDENTIAL_POLICIES, id);
    }
}
