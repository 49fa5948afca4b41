package io.keyledger.command.access.web;

import static io.keyledger.http.resources.Resources.ROLES;

import io.keyledger.command.access.AddMissingBasePermissions;
import io.keyledger.command.access.BaseSubjects;
import io.keyledger.command.access.ChangeRole;
import io.keyledger.command.access.ChangeRoleLabels;
import io.keyledger.command.access.DefineRole;
import io.keyledger.command.access.RenameRole;
import io.keyledger.command.access.RoleChange;
import io.keyledger.command.access.RoleKind;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.value.Name;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.command.web.Creations;
import io.keyledger.command.web.Inputs;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.request.Preconditions;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.access.RoleId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Defines and changes custom roles. Source: CONTRACT part B, section 5.2. */
@RestController
class RolesController {
    private final AccessCheck gate;
    private final Creations creations;
    private final Commands commands;
    private final BaseSubjects baseSubjects;
    private final ResourceAnswers answers;

    RolesController(
            AccessCheck gate, Creations creations, Commands commands, BaseSubjects baseSubjects, ResourceAnswers answers) {
        this.gate = gate;
        this.creations = creations;
        this.commands = commands;
        this.baseSubjects = baseSubjects;
        this.answers = answers;
    }

    @PostMapping("/api/roles")
    ResponseEntity<Object> create(Caller caller, @RequestBody JsonNode body) {
        var input = ResourceInput.forCreate(ROLES, body);
        var organization = gate.organizationOf(caller, ROLES, input);
        return creations.answer(caller, ROLES, organization.value(), fresh -> {
            fresh.send(new DefineRole(
                    new RoleId(fresh.id()),
                    organization,
                    new Name(input.required("name")),
                    RoleKind.CUSTOM,
                    Inputs.labels(input)));
            return Map.of();
        });
    }

    @PatchMapping("/api/roles/{id}")
    ResponseEntity<Object> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        var row = gate.open(caller, ROLES, id, Operation.UPDATE);
        var input = ResourceInput.forUpdate(ROLES, id, body);
        var roleId = new RoleId(id);
        var changes = new ArrayList<RoleChange>();
        if (input.has("name")) {
            changes.add(new RenameRole(roleId, new Name(input.required("name"))));
        }
        if (input.isTrue("_add_missing_base_permissions")) {
            changes.add(new AddMissingBasePermissions(roleId, baseSubjects.permissions()));
        }
        if (Inputs.hasLabels(input)) {
            changes.add(new ChangeRoleLabels(roleId, Inputs.labels(input)));
        }
        var command = new ChangeRole(roleId, changes, Preconditions.ifMatch(request));
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, Objects.requireNonNull(row.organizationId())));
        return answers.updated(caller, ROLES, id);
    }
}
