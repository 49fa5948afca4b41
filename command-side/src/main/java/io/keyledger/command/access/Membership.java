package io.keyledger.command.access;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Labels;
import io.keyledger.command.decision.Versions;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.AccessScopeChanged;
import io.keyledger.kernel.access.InvitationResent;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.MemberRoleAssigned;
import io.keyledger.kernel.access.MembershipActivated;
import io.keyledger.kernel.access.MembershipEvent;
import io.keyledger.kernel.access.OwnershipGivenUp;
import io.keyledger.kernel.access.OwnershipGranted;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import io.keyledger.kernel.reference.LabelEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A user's membership in an organization: role, access scope and ownership, from the invitation to the removal. */
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills every field
public class Membership {
    private static final String RESOURCE = "memberships";

    @AggregateIdentifier
    private String id;

    private String organizationId;
    private String roleId;
    private String accessScope;
    private @Nullable String userId;
    private boolean owner;
    private @Nullable Invitation invitation;
    private Labels labels = Labels.NONE;
    private long version;

    Membership() {}

    @CommandHandler
    Membership(InviteMember command) {
        var newId = command.membershipId().value();
        var organization = command.organizationId().value();
        command.role().require(organization);
        apply(new MemberInvited(
                newId,
                organization,
                command.email().value(),
                command.role().roleId().value(),
                command.accessScope().word(),
                false,
                command.verifier()));
        Labels.NONE.decide(RESOURCE, newId, command.labels()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    Membership(FoundMembership command) {
        var newId = command.membershipId().value();
        var organization = command.organizationId().value();
        command.admin().require(organization);
        apply(new MemberInvited(
                newId,
                organization,
                command.email().value(),
                command.admin().roleId().value(),
                AccessScope.ALL_ACCESS.word(),
                true,
                null));
        apply(new MembershipActivated(newId, organization, command.userId().value()));
    }

    @CommandHandler
    void handle(ResendInvitation command) {
        if (isActive()) {
            throw new RuleViolation(Refusal.ofField("status", "invalid", "the membership is active already"));
        }
        apply(new InvitationResent(id, command.verifier()));
    }

    @CommandHandler
    void handle(ActivateMembership command, Clock clock, InviterRights rights) {
        if (isActive()
                || invitation == null
                || !invitation.admits(command.verifiers(), clock.instant())
                || !rights.cover(invitation.actorKind(), invitation.actorId(), organizationId, roleId)) {
            throw new RuleViolation(
                    new Refusal(ErrorCode.RECORD_NOT_FOUND, "the link is unknown, used already or too old"));
        }
        apply(new MembershipActivated(id, organizationId, command.userId().value()));
    }

    @CommandHandler
    void handle(ChangeMembership command) {
        Versions.require(command.expectedVersion(), version, getVersion());
        Faults.applyAll(command.changes(), this::decide);
    }

    @CommandHandler
    void handle(AssignMemberRole command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeAccessScope command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeMembershipLabels command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(GrantOwnership command) {
        if (owner) {
            return;
        }
        if (!isActive() || !command.adminRole().value().equals(roleId)) {
            throw new RuleViolation(GrantOwnership.NO_HEIR);
        }
        apply(new OwnershipGranted(id, organizationId));
    }

    @CommandHandler
    void handle(GiveUpOwnership command) {
        if (!owner) {
            throw new RuleViolation(new Refusal(ErrorCode.FORBIDDEN, "only the owner hands an organization over"));
        }
        apply(new OwnershipGivenUp(id, organizationId));
    }

    @CommandHandler
    void handle(RemoveMember command) {
        Versions.require(command.expectedVersion(), version, getVersion());
        if (owner) {
            throw new RuleViolation(
                    new Refusal(ErrorCode.LOCKED, "an owner hands the organization over before leaving"));
        }
        var known = command.member();
        if (!Objects.equals(userId, known == null ? null : known.value())) {
            throw new ConcurrencyException("The membership was accepted since its member was looked up.");
        }
        apply(new MemberRemoved(id, organizationId));
    }

    /** A pending one has no user yet. */
    private boolean isActive() {
        return userId != null;
    }

    private List<? extends DomainEvent> decide(MembershipChange change) {
        return switch (change) {
            case AssignMemberRole c -> roleAssigned(c.role());
            case ChangeAccessScope c -> scopeChanged(c.accessScope().word());
            case ChangeMembershipLabels c -> labels.decide(RESOURCE, id, c.labels());
        };
    }

    private List<MembershipEvent> roleAssigned(RoleInOrganization role) {
        role.require(organizationId);
        var newRole = role.roleId().value();
        if (newRole.equals(roleId)) {
            return List.of();
        }
        if (owner) {
            throw new RuleViolation(Refusal.ofField(
                    "role", "invalid", "the owner acts as admin until the organization is handed over"));
        }
        return List.of(new MemberRoleAssigned(id, newRole));
    }

    private List<MembershipEvent> scopeChanged(String scope) {
        return scope.equals(accessScope) ? List.of() : List.of(new AccessScopeChanged(id, scope));
    }

    @EventSourcingHandler
    void on(MembershipEvent event, @SequenceNumber long sequence, @Timestamp Instant at, MetaData cause) {
        switch (event) {
            case MemberInvited e -> on(e, at, cause);
            case InvitationResent e -> invitation = Invitation.by(cause, e.activationVerifier(), at);
            case MembershipActivated e -> userId = e.userId();
            case MemberRoleAssigned e -> {
                roleId = e.roleId();
                endInvitation();
            }
            case AccessScopeChanged e -> {
                accessScope = e.accessScope();
                endInvitation();
            }
            case OwnershipGranted _ -> owner = true;
            case OwnershipGivenUp _ -> owner = false;
            case MemberRemoved _ -> markDeleted();
        }
        version = sequence;
    }

    /** Whoever has the link was invited to what the membership was then, and whoever sent it may hold no more than that. */
    private void endInvitation() {
        invitation = null;
    }

    @EventSourcingHandler
    void on(LabelEvent event, @SequenceNumber long sequence) {
        labels = labels.after(event);
        version = sequence;
    }

    private void on(MemberInvited event, Instant at, MetaData cause) {
        id = event.membershipId();
        organizationId = event.organizationId();
        roleId = event.roleId();
        accessScope = event.accessScope();
        owner = event.owner();
        if (event.activationVerifier() != null) {
            invitation = Invitation.by(cause, event.activationVerifier(), at);
        }
    }
}
