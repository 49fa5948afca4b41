package io.keyledger.command.access.web;

import static io.keyledger.http.resources.Resources.PERMISSIONS;
import static io.keyledger.http.resources.Resources.ROLES;

import io.keyledger.command.access.ChangePermission;
import io.keyledger.command.access.GrantPermission;
import io.keyledger.command.access.NewPermission;
import io.keyledger.command.access.PermissionSubject;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.command.web.Creations;
import io.keyledger.command.web.Inputs;
import io.keyledger.command.web.ResourceWrites;
import io.keyledger.http.answer.ResourceLookup;
import io.keyledger.http.answer.Row;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.access.PermissionId;
import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Adds and changes permissions of custom roles, but the role they act in; callers grant and take away only rights that they
 * have. Source: CONTRACT part B,
 * section 5.3.
 */
@RestController
class PermissionsController {
    private final ResourceWrites writes;
    private final AccessCheck access;
    private final Creations creations;
    private final ResourceLookup resources;

    PermissionsController(ResourceWrites writes, AccessCheck access, Creations creations, ResourceLookup resources) {
        this.writes = writes;
        this.access = access;
        this.creations = creations;
        this.resources = resources;
    }

    @Described(
            detail =
                    "To a custom role that the caller does not act in, and whose rights they hold; at most 200 of a role.",
            refuses = ErrorCode.QUOTA_EXCEEDED)
    @PostMapping("/api/permissions")
    ResponseEntity<Object> create(Caller caller, @RequestBody JsonNode body) {
        var input = ResourceInput.forCreate(PERMISSIONS, body);
        var roleId = new RoleId(input.requiredRelated("role"));
        var role = role(caller, roleId);
        var organization = Objects.requireNonNull(role.organizationId());
        AccessCheck.require(caller.may(Operation.CREATE, PERMISSIONS.subject(), organization));
        access.requireWithinRights(caller, ROLES, role);
        var subject = new PermissionSubject(input.required("subject"));
        var allowed = switchedOn(Inputs.operations(input));
        requireHeld(caller, organization, subject.value(), allowed);
        return creations.answerWithin(caller, PERMISSIONS, organization, roleId.value(), fresh -> {
            var permission = new NewPermission(new PermissionId(fresh.id()), subject, allowed);
            fresh.send(new GrantPermission(roleId, permission, Inputs.labels(input)));
            return Map.of();
        });
    }

    @Described(detail = "Of a custom role that the caller does not act in, and whose rights they hold.")
    @PatchMapping("/api/permissions/{id}")
    ResponseEntity<Object> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        return writes.change(caller, PERMISSIONS, id, body, request, (input, target) -> {
            var row = target.row();
            var change = Inputs.operations(input);
            requireHeld(caller, target.organization().value(), Inputs.text(row, "subject"), switchedOn(change));
            return new ChangePermission(
                    new RoleId(Inputs.text(row, "role_id")),
                    new PermissionId(id),
                    change,
                    Inputs.labels(input),
                    target.expectedVersion());
        });
    }

    private Row role(Caller caller, RoleId roleId) {
        var role = resources.find(ROLES, roleId.value());
        if (role == null || role.organizationId() == null || caller.in(role.organizationId()) == null) {
            throw new InvalidValue(ResourceInput.mustExist("role"));
        }
        return role;
    }

    private static Set<Operation> switchedOn(Map<Operation, Boolean> given) {
        return given.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void requireHeld(Caller caller, String organization, String subject, Set<Operation> operations) {
        AccessCheck.require(operations.stream().allMatch(operation -> caller.may(operation, subject, organization)));
    }
}
