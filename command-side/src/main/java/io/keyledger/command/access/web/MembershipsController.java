package io.keyledger.command.access.web;

import static io.keyledger.http.resources.Resources.MEMBERSHIPS;

import io.keyledger.command.access.AccessScope;
import io.keyledger.command.access.AssignMemberRole;
import io.keyledger.command.access.ChangeAccessScope;
import io.keyledger.command.access.ChangeMembership;
import io.keyledger.command.access.ChangeMembershipLabels;
import io.keyledger.command.access.InviteMember;
import io.keyledger.command.access.MembershipChange;
import io.keyledger.command.access.RemoveMember;
import io.keyledger.command.access.ResendInvitation;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.command.web.Creations;
import io.keyledger.command.web.Inputs;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.Preconditions;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Invites, changes and removes members. Source: CONTRACT part B, sections 5.4 and 8, and A5. */
@RestController
class MembershipsController {
    private final AccessCheck gate;
    private final Creations creations;
    private final Commands commands;
    private final Invitations invitations;
    private final ResourceAnswers answers;

    MembershipsController(
            AccessCheck gate, Creations creations, Commands commands, Invitations invitations, ResourceAnswers answers) {
        this.gate = gate;
        this.creations = creations;
        this.commands = commands;
        this.invitations = invitations;
        this.answers = answers;
    }

    /** 201; for somebody who is no user yet with the one-time link, which no later answer shows. */
    @Described(
            detail = "Shows the one-time activation link of somebody who is no user yet, in no later answer.",
            meta = "activation_url")
    @PostMapping("/api/memberships")
    ResponseEntity<Object> create(Caller caller, @RequestBody JsonNode body) {
        var input = ResourceInput.forCreate(MEMBERSHIPS, body);
        var organization = gate.organizationOf(caller, MEMBERSHIPS, input);
        var role = Objects.requireNonNull(gate.grantable(caller, input.requiredRelated("role"), organization));
        return creations.answer(caller, MEMBERSHIPS, organization.value(), fresh -> {
            var email = new EmailAddress(input.required("user_email"));
            var invitation = invitations.of(fresh.id(), email, organization);
            fresh.send(new InviteMember(
                    new MembershipId(fresh.id()),
                    organization,
                    email,
                    role,
                    accessScope(input),
                    false,
                    invitation.admission(),
                    Inputs.labels(input)));
            return invitation.shownOnce();
        });
    }

    @PatchMapping("/api/memberships/{id}")
    ResponseEntity<Object> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        var row = gate.open(caller, MEMBERSHIPS, id, Operation.UPDATE);
        var input = ResourceInput.forUpdate(MEMBERSHIPS, id, body);
        var membershipId = new MembershipId(id);
        var organization = new OrganizationId(Objects.requireNonNull(row.organizationId()));
        var changes = new ArrayList<MembershipChange>();
        if (input.hasRelated("role")) {
            AccessCheck.require(!isCallersOwn(caller, row));
            var role = Objects.requireNonNull(gate.grantable(caller, input.related("role"), organization));
            changes.add(new AssignMemberRole(membershipId, role));
        }
        if (input.has("access_scope")) {
            changes.add(new ChangeAccessScope(membershipId, accessScope(input)));
        }
        if (Inputs.hasLabels(input)) {
            changes.add(new ChangeMembershipLabels(membershipId, Inputs.labels(input)));
        }
        send(new ChangeMembership(membershipId, changes, Preconditions.ifMatch(request)), row);
        return answers.updated(caller, MEMBERSHIPS, id);
    }

    /** 202 with the new one-time link, which no later answer shows; the former one is void. */
    @Described(
            value = "Resend an invitation",
            detail = "Shows the new one-time activation link, in no later answer; the former one is void.",
            takes = Described.NOTHING,
            meta = "activation_url",
            status = 202)
    @PostMapping("/api/memberships/{id}/resend")
    ResponseEntity<Object> resend(
            Caller caller, @PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body) {
        var row = gate.open(caller, MEMBERSHIPS, id, Operation.UPDATE);
        ResourceInput.forBareErrand(body);
        var invitation = invitations.byCode(id);
        send(new ResendInvitation(new MembershipId(id), invitation.verifier()), row);
        answers.awaitWritten();
        return ResponseEntity.accepted()
                .cacheControl(CacheControl.noStore())
                .contentType(ApiMediaType.JSON_API)
                .body(Map.of("meta", invitation.shownOnce()));
    }

    /** Everybody may leave; to send somebody else away takes the right to. */
    @Described(detail = "Everybody may leave; an owner hands over first.", refuses = ErrorCode.LOCKED)
    @DeleteMapping("/api/memberships/{id}")
    ResponseEntity<Object> delete(Caller caller, @PathVariable String id, HttpServletRequest request) {
        var found = gate.find(caller, MEMBERSHIPS, id);
        var row = isCallersOwn(caller, found) ? found : gate.open(caller, MEMBERSHIPS, id, Operation.DESTROY);
        send(new RemoveMember(new MembershipId(id), Preconditions.ifMatch(request)), row);
        return answers.done(204);
    }

    private void send(Object command, Row row) {
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, Objects.requireNonNull(row.organizationId())));
    }

    private static boolean isCallersOwn(Caller caller, Row membership) {
        var grant = caller.in(Objects.requireNonNull(membership.organizationId()));
        return grant != null && membership.id().equals(grant.membershipId());
    }

    private static AccessScope accessScope(ResourceInput input) {
        var scope = input.string("access_scope");
        return scope == null ? AccessScope.LIVE_ACCESS : AccessScope.valueOf(scope.toUpperCase(Locale.ROOT));
    }
}
