package io.keyledger.command.web;

import static io.keyledger.http.resources.Resources.PERMISSIONS;
import static io.keyledger.http.resources.Resources.ROLES;

import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.http.answer.ResourceLookup;
import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Grant;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks what a caller may see and do. A resource of an organization that they do not belong to is 404; an operation
 * that they have no right to is 403. Source: CONTRACT A1 and A5.
 */
@Component
public class AccessCheck {
    private static final int MAX_PERMISSIONS = 1000;

    private final ResourceLookup resources;

    AccessCheck(ResourceLookup resources) {
        this.resources = resources;
    }

    /** The resource, when the caller may do the operation on it, and a change does not exceed their own rights. */
    public Row open(Caller caller, ResourceType type, String id, Operation operation) {
        return open(caller, type, id, type.subject(), operation);
    }

    /** The same with the subject that the operation is allowed for, which may be that of its parts. */
    public Row open(Caller caller, ResourceType type, String id, String subject, Operation operation) {
        var row = find(caller, type, id);
        require(caller.may(operation, subject, organizationOf(row)));
        if (operation != Operation.READ) {
            requireWithinRights(caller, type, row);
        }
        return row;
    }

    /**
     * Refuses to change what exceeds the caller's own rights: a role, or what acts in a role, that allows something they
     * may not do themselves; the owner's membership, unless it is their own; and the custom role they act in.
     */
    public void requireWithinRights(Caller caller, ResourceType type, Row row) {
        var held = Objects.requireNonNull(caller.in(organizationOf(row)));
        require(held.owner() || !Boolean.TRUE.equals(row.values().get("owner")));
        var isRights = type.equals(ROLES) || type.equals(PERMISSIONS);
        var roleId = type.equals(ROLES) ? row.id() : (String) row.values().get("role_id");
        if (roleId != null) {
            var role = Objects.requireNonNull(resources.find(ROLES, roleId));
            var rights = grantOf(role);
            require(held.covers(rights) && !(isRights && rights.isChangeable() && roleId.equals(held.roleId())));
        }
    }

    /** The resource, when the caller belongs to its organization; nothing else is checked, and nothing may be changed. */
    public Row find(Caller caller, ResourceType type, String id) {
        var row = resources.find(type, id);
        if (row == null || row.organizationId() == null || caller.in(row.organizationId()) == null) {
            throw new RuleViolation(new Refusal(ErrorCode.RECORD_NOT_FOUND, "there is no such record"));
        }
        return row;
    }

    /** The organization a new resource names, when the caller may create such a resource there. */
    public OrganizationId organizationOf(Caller caller, ResourceType type, ResourceInput input) {
        var id = input.requiredRelated("organization");
        if (caller.in(id) == null) {
            throw new InvalidValue(ResourceInput.mustExist("organization"));
        }
        require(caller.may(Operation.CREATE, type.subject(), id));
        return new OrganizationId(id);
    }

    /**
     * A role of the organization that the caller may grant: one whose rights they have themselves.
     *
     * @return null when no role is named
     */
    public @Nullable RoleInOrganization grantable(Caller caller, @Nullable String roleId, OrganizationId organization) {
        if (roleId == null) {
            return null;
        }
        var row = resources.find(ROLES, roleId);
        if (row == null || !organization.value().equals(row.organizationId())) {
            throw new InvalidValue(ResourceInput.mustExist("role"));
        }
        var held = caller.in(organization.value());
        require(held != null && held.covers(grantOf(row)));
        return new RoleInOrganization(new RoleId(roleId), organization);
    }

    /** Whether a role allows all that another one does, now; not when one of them is gone. */
    public boolean covers(String roleId, String otherId) {
        var role = resources.find(ROLES, roleId);
        var other = resources.find(ROLES, otherId);
        return role != null && other != null && grantOf(role).covers(grantOf(other));
    }

    /**
     * The ids a to-many relationship of the request points to, all of them resources of the organization: one that is
     * unknown or foreign is refused on the relationship.
     */
    public List<String> relatedIn(
            OrganizationId organization, ResourceType type, String relationship, ResourceInput input) {
        var ids = input.relatedMany(relationship);
        var target = Resources.target(Objects.requireNonNull(type.relationship(relationship)));
        var own = resources.findAll(target, ids).stream()
                .filter(row -> organization.value().equals(row.organizationId()))
                .count();
        if (own < ids.size()) {
            throw new InvalidValue(ResourceInput.mustExist(relationship));
        }
        return ids;
    }

    /** Refuses with FORBIDDEN unless allowed. */
    public static void require(boolean allowed) {
        if (!allowed) {
            throw new RuleViolation(new Refusal(ErrorCode.FORBIDDEN, "this caller may not do that"));
        }
    }

    private static String organizationOf(Row row) {
        return Objects.requireNonNull(row.organizationId());
    }

    private Grant grantOf(Row role) {
        var permissions = new HashMap<String, Set<Operation>>();
        for (var permission : resources.findBy(PERMISSIONS, "role_id", role.id(), MAX_PERMISSIONS)) {
            permissions.put(Inputs.text(permission, "subject"), Inputs.operations(permission));
        }
        return Grant.ofRole(organizationOf(role), role.id(), Inputs.text(role, "kind"), permissions);
    }
}
