package io.keyledger.command.access.web;

import static io.keyledger.http.resources.Resources.MEMBERSHIPS;

import io.keyledger.command.access.AccessScope;
import io.keyledger.command.access.AssignMemberRole;
import io.keyledger.command.access.ChangeAccessScope;
import io.keyledger.command.access.ChangeMembership;
import io.keyledger.command.access.ChangeMembershipLabels;
import io.keyledger.command.access.EndMembership;
import io.keyledger.command.access.InviteMember;
import io.keyledger.command.access.MembershipChange;
import io.keyledger.command.access.ResendInvitation;
import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.command.web.Inputs;
import io.keyledger.command.web.RequestedChanges;
import io.keyledger.command.web.ResourceWrites;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
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

/** Creates, changes and deletes memberships. Source: CONTRACT part B, sections 5.4 and 8, and A5. */
@RestController
class MembershipsController {
    private final ResourceWrites writes;
    private final AccessCheck access;
    private final Invitations invitations;
    private final ResourceAnswers answers;

    MembershipsController(ResourceWrites writes, AccessCheck access, Invitations invitations, ResourceAnswers answers) {
        this.writes = writes;
        this.access = access;
        this.invitations = invitations;
        this.answers = answers;
    }

    /** 201 with the one-time link, which no later answer shows: the same for an address known or unknown elsewhere. */
    @Described(
            detail =
                    "The membership is pending until somebody accepts it by the one-time link (7 days) that this answer"
                            + " shows, and no later one: a new user, or one who shows a token there (`POST /activate`).",
            meta = "activation_url",
            refuses = ErrorCode.QUOTA_EXCEEDED)
    @PostMapping("/api/memberships")
    ResponseEntity<Object> create(Caller caller, @RequestBody JsonNode body) {
        return writes.createShowing(caller, MEMBERSHIPS, body, (input, organization) -> {
            var role = Objects.requireNonNull(access.grantable(caller, input.requiredRelated("role"), organization));
            return fresh -> {
                var email = new EmailAddress(input.required("user_email"));
                var invitation = invitations.fresh(fresh.id());
                fresh.send(new InviteMember(
                        new MembershipId(fresh.id()),
                        organization,
                        email,
                        role,
                        accessScope(input),
                        invitation.verifier(),
                        Inputs.labels(input)));
                return invitation.shownOnce();
            };
        });
    }

    /** A pending membership's link is void after a change of its role or access scope: it was for what it was before. */
    @Described(detail = "Of a pending one, a changed role or access scope voids the activation link: resend it.")
    @PatchMapping("/api/memberships/{id}")
    ResponseEntity<Object> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        var membershipId = new MembershipId(id);
        return writes.change(caller, MEMBERSHIPS, id, body, request, (input, target) -> {
            var changes = new RequestedChanges<MembershipChange>(input)
                    .ofRelated("role", () -> new AssignMemberRole(membershipId, role(caller, input, target)))
                    .of("access_scope", () -> accessScope(caller, input, target))
                    .ofLabels(labels -> new ChangeMembershipLabels(membershipId, labels));
            return new ChangeMembership(membershipId, changes.list(), target.expectedVersion());
        });
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
        var row = access.open(caller, MEMBERSHIPS, id, Operation.UPDATE);
        ResourceInput.forBareAction(body);
        var invitation = invitations.fresh(id);
        writes.send(row, new ResendInvitation(new MembershipId(id), invitation.verifier()));
        answers.awaitWritten();
        return ResponseEntity.accepted()
                .cacheControl(CacheControl.noStore())
                .contentType(ApiMediaType.JSON_API)
                .body(Map.of("meta", invitation.shownOnce()));
    }

    /** Users may delete their own membership; any other needs the permission to. */
    @Described(detail = "Everybody may leave; an owner hands over first.", refuses = ErrorCode.LOCKED)
    @DeleteMapping("/api/memberships/{id}")
    ResponseEntity<Object> delete(Caller caller, @PathVariable String id, HttpServletRequest request) {
        var found = access.find(caller, MEMBERSHIPS, id);
        var row = isCallersOwn(caller, found) ? found : access.open(caller, MEMBERSHIPS, id, Operation.DESTROY);
        return writes.delete(row, request, target -> new EndMembership(new MembershipId(id), target.expectedVersion()));
    }

    /** Refuses callers who change the role of their own membership. */
    private RoleInOrganization role(Caller caller, ResourceInput input, ResourceWrites.Target target) {
        AccessCheck.require(!isCallersOwn(caller, target.row()));
        return Objects.requireNonNull(access.grantable(caller, input.related("role"), target.organization()));
    }

    /** Refuses callers who change what they see themselves, but for the owner. */
    private static MembershipChange accessScope(Caller caller, ResourceInput input, ResourceWrites.Target target) {
        AccessCheck.require(!isCallersOwn(caller, target.row()) || isOwner(caller, target.organization()));
        return new ChangeAccessScope(new MembershipId(target.row().id()), accessScope(input));
    }

    private static boolean isOwner(Caller caller, OrganizationId organization) {
        return Objects.requireNonNull(caller.in(organization.value())).owner();
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
