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
import io.keyledger.command.value.Name;
import io.keyledger.command.web.Inputs;
import io.keyledger.command.web.RequestedChanges;
import io.keyledger.command.web.ResourceWrites;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.problem.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
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
    private final ResourceWrites writes;
    private final BaseSubjects baseSubjects;

    RolesController(ResourceWrites writes, BaseSubjects baseSubjects) {
        this.writes = writes;
        this.baseSubjects = baseSubjects;
    }

    @Described(refuses = ErrorCode.QUOTA_EXCEEDED)
    @PostMapping("/api/roles")
    ResponseEntity<Object> create(Caller caller, @RequestBody JsonNode body) {
        return writes.create(
                caller,
                ROLES,
                body,
                (input, organization) -> id -> new DefineRole(
                        new RoleId(id), organization, name(input), RoleKind.CUSTOM, Inputs.labels(input)));
    }

    @Described(detail = "Of a custom role that the caller does not act in, and whose rights they hold.")
    @PatchMapping("/api/roles/{id}")
    ResponseEntity<Object> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        var roleId = new RoleId(id);
        return writes.change(caller, ROLES, id, body, request, (input, target) -> {
            var changes = new RequestedChanges<RoleChange>(input)
                    .of("name", () -> new RenameRole(roleId, name(input)))
                    .when(
                            input.isTrue("_add_missing_base_permissions"),
                            () -> new AddMissingBasePermissions(roleId, baseSubjects.permissions()))
                    .ofLabels(labels -> new ChangeRoleLabels(roleId, labels));
            return new ChangeRole(roleId, changes.list(), target.expectedVersion());
        });
    }

    private static Name name(ResourceInput input) {
        return new Name(input.required("name"));
    }
}
