package io.keyledger.command.access;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Labels;
import io.keyledger.command.decision.Versions;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.access.PermissionChanged;
import io.keyledger.kernel.access.PermissionGranted;
import io.keyledger.kernel.access.RoleDefined;
import io.keyledger.kernel.access.RoleEvent;
import io.keyledger.kernel.access.RoleRenamed;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import io.keyledger.kernel.reference.LabelEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;

/** A named set of permissions; the two built-in roles have none, their rights are fixed. */
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills every field
public class Role {
    private static final String RESOURCE = "roles";
    private static final String PERMISSIONS = "permissions";

    /** Some four times the subjects there are; every check of a role reads all of them. */
    static final int MOST_PERMISSIONS = 200;

    @AggregateIdentifier
    private String id;

    private String organizationId;
    private String name;
    private String kind;
    private Labels labels = Labels.NONE;
    private long version;
    private final Map<String, Permission> permissions = new HashMap<>();

    Role() {}

    @CommandHandler
    Role(DefineRole command) {
        var newId = command.roleId().value();
        var owner = command.organizationId().value();
        apply(new RoleDefined(
                newId, owner, command.name().value(), command.kind().word()));
        Labels.NONE.decide(RESOURCE, newId, command.labels()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeRole command) {
        Versions.require(command.expectedVersion(), version, getVersion());
        Faults.applyAll(command.changes(), this::decide);
    }

    @CommandHandler
    void handle(RenameRole command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeRoleLabels command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(AddMissingBasePermissions command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(GrantPermission command) {
        var permission = command.permission();
        var permissionId = permission.id().value();
        if (permissions.containsKey(permissionId)) {
            return; // a retry: already recorded
        }
        refuseBuiltIn("role");
        if (permissions.size() >= MOST_PERMISSIONS) {
            throw new RuleViolation(new Refusal(
                    ErrorCode.QUOTA_EXCEEDED,
                    "a role has at most " + MOST_PERMISSIONS + " permissions",
                    null,
                    null,
                    Map.of("quota", PERMISSIONS, "limit", MOST_PERMISSIONS)));
        }
        if (hasPermissionOn(permission.subject())) {
            throw new RuleViolation(Refusal.ofField("subject", "taken", "has already been taken"));
        }
        apply(granted(permission));
        Labels.NONE.decide(PERMISSIONS, permissionId, command.labels()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangePermission command) {
        var permissionId = command.permissionId().value();
        var permission = permissions.get(permissionId);
        if (permission == null) {
            throw new RuleViolation(new Refusal(ErrorCode.RECORD_NOT_FOUND, "the role has no such permission"));
        }
        Versions.require(command.expectedVersion(), permission.version(), getVersion());
        var allowed = permission.allowedAfter(command.allowed());
        if (!allowed.equals(permission.allowed())) {
            apply(new PermissionChanged(
                    id,
                    permissionId,
                    allowed.contains(Operation.CREATE),
                    allowed.contains(Operation.READ),
                    allowed.contains(Operation.UPDATE),
                    allowed.contains(Operation.DESTROY)));
        }
        permission.labels().decide(PERMISSIONS, permissionId, command.labels()).forEach(AggregateLifecycle::apply);
    }

    private List<? extends DomainEvent> decide(RoleChange change) {
        return switch (change) {
            case RenameRole c -> renamed(c.name().value());
            case AddMissingBasePermissions c -> missing(c.permissions());
            case ChangeRoleLabels c -> {
                refuseBuiltIn("reference");
                yield labels.decide(RESOURCE, id, c.labels());
            }
        };
    }

    private List<RoleEvent> renamed(String newName) {
        refuseBuiltIn("name");
        return newName.equals(name) ? List.of() : List.of(new RoleRenamed(id, newName));
    }

    private List<PermissionGranted> missing(List<NewPermission> base) {
        refuseBuiltIn("_add_missing_base_permissions");
        return base.stream()
                .filter(permission -> !hasPermissionOn(permission.subject()))
                .map(this::granted)
                .toList();
    }

    private void refuseBuiltIn(String field) {
        if (!kind.equals(RoleKind.CUSTOM.word())) {
            throw new RuleViolation(Refusal.ofField(field, "invalid", "a built-in role is fixed"));
        }
    }

    private boolean hasPermissionOn(PermissionSubject subject) {
        return permissions.values().stream().anyMatch(p -> p.subject().equals(subject.value()));
    }

    private PermissionGranted granted(NewPermission permission) {
        Set<Operation> allowed = permission.allowed();
        return new PermissionGranted(
                id,
                permission.id().value(),
                organizationId,
                permission.subject().value(),
                allowed.contains(Operation.CREATE),
                allowed.contains(Operation.READ),
                allowed.contains(Operation.UPDATE),
                allowed.contains(Operation.DESTROY));
    }

    @EventSourcingHandler
    void on(RoleEvent event, @SequenceNumber long sequence) {
        switch (event) {
            case RoleDefined e -> {
                id = e.roleId();
                organizationId = e.organizationId();
                name = e.name();
                kind = e.kind();
                version = sequence;
            }
            case RoleRenamed e -> {
                name = e.name();
                version = sequence;
            }
            case PermissionGranted e -> permissions.put(e.permissionId(), Permission.of(e, sequence));
            case PermissionChanged e -> permissions.computeIfPresent(e.permissionId(), (_, p) -> p.after(e, sequence));
        }
    }

    @EventSourcingHandler
    void on(LabelEvent event, @SequenceNumber long sequence) {
        if (event.resourceType().equals(PERMISSIONS)) {
            permissions.computeIfPresent(
                    event.resourceId(), (_, p) -> p.with(p.labels().after(event), sequence));
        } else {
            labels = labels.after(event);
            version = sequence;
        }
    }
}
