package io.keyledger.command.organization.web;

import static io.keyledger.http.resources.Resources.ORGANIZATIONS;
import static io.keyledger.http.resources.Resources.OWNERSHIP_TRANSFER;
import static io.keyledger.http.resources.Resources.ROLES;

import io.keyledger.command.access.GrantOwnership;
import io.keyledger.command.organization.ChangeOrganization;
import io.keyledger.command.organization.ChangeOrganizationContact;
import io.keyledger.command.organization.ChangeOrganizationLabels;
import io.keyledger.command.organization.ConfigureOrganization;
import io.keyledger.command.organization.OrganizationChange;
import io.keyledger.command.organization.RenameOrganization;
import io.keyledger.command.organization.TransferOwnership;
import io.keyledger.command.reservation.Reservations;
import io.keyledger.command.reservation.Scope;
import io.keyledger.command.value.Name;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.command.web.Creations;
import io.keyledger.command.web.Inputs;
import io.keyledger.command.web.RequestedChanges;
import io.keyledger.command.web.ResourceWrites;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.answer.ResourceLookup;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.Preconditions;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Registers and changes organizations, and transfers their ownership. Source: CONTRACT part B, section 5.1. */
@RestController
class OrganizationsController {
    private final ResourceWrites writes;
    private final AccessCheck access;
    private final Creations creations;
    private final OrganizationRegistration founding;
    private final Reservations reservations;
    private final ResourceLookup resources;
    private final ResourceAnswers answers;

    OrganizationsController(
            ResourceWrites writes,
            AccessCheck access,
            Creations creations,
            OrganizationRegistration founding,
            Reservations reservations,
            ResourceLookup resources,
            ResourceAnswers answers) {
        this.writes = writes;
        this.access = access;
        this.creations = creations;
        this.founding = founding;
        this.reservations = reservations;
        this.resources = resources;
        this.answers = answers;
    }

    /** A user who is a member somewhere may register an organization; an app may not, because the owner is a user. */
    @Described(
            detail = "By a user who is an active member of some organization, and becomes the owner of the new one.",
            refuses = ErrorCode.QUOTA_EXCEEDED)
    @PostMapping("/api/organizations")
    ResponseEntity<Object> create(Caller caller, @RequestBody JsonNode body) {
        AccessCheck.require(caller.isUser() && !caller.grants().isEmpty());
        var input = ResourceInput.forCreate(ORGANIZATIONS, body);
        return creations.answer(caller, ORGANIZATIONS, null, fresh -> {
            founding.register(caller, input, fresh);
            return Map.of();
        });
    }

    @PatchMapping("/api/organizations/{id}")
    ResponseEntity<Object> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        var organization = new OrganizationId(id);
        return writes.change(caller, ORGANIZATIONS, id, body, request, (input, target) -> {
            var changes = new RequestedChanges<OrganizationChange>(input)
                    .of("name", () -> new RenameOrganization(organization, new Name(input.required("name"))))
                    .when(
                            input.has("support_phone") || input.has("support_email"),
                            () -> new ChangeOrganizationContact(organization, OrganizationRegistration.contact(input)))
                    .of("config", () -> new ConfigureOrganization(organization, input.object("config")))
                    .ofLabels(labels -> new ChangeOrganizationLabels(organization, labels));
            return new ChangeOrganization(organization, changes.list(), target.expectedVersion());
        });
    }

    /** 202; only for the owner, to another active admin's membership, named by the address that was invited. */
    @Described(
            value = "Transfer the ownership",
            detail = "The owner's alone; to another active member, named by the address that the organization invited"
                    + " (`user_email` of the membership), who acts in the built-in admin role already: whoever invited"
                    + " chose the address, but only an admin gives that role.",
            takes = "ownership_transfer",
            answers = Described.NOTHING,
            status = 202)
    @PatchMapping("/api/organizations/{id}/transfer_ownership")
    ResponseEntity<Object> transfer(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        var row = access.find(caller, ORGANIZATIONS, id);
        var grant = Objects.requireNonNull(caller.in(id));
        AccessCheck.require(grant.owner() && grant.membershipId() != null);
        var input = ResourceInput.forAction(OWNERSHIP_TRANSFER, id, body);
        var command = new TransferOwnership(
                new OrganizationId(id),
                new MembershipId(Objects.requireNonNull(grant.membershipId())),
                memberOf(id, input.required(GrantOwnership.HEIR)),
                adminRoleOf(id),
                Preconditions.expected(request));
        writes.send(row, command);
        return answers.done(202);
    }

    /**
     * By the address that the organization invited, of which it has one membership. Whoever invited chose it, so it is
     * the membership that decides whether it may become the owner's.
     */
    private MembershipId memberOf(String organization, String email) {
        var membership = reservations.owner(Scope.MEMBERSHIP, Scope.invited(organization, email));
        if (membership == null) {
            throw new InvalidValue(GrantOwnership.NO_HEIR);
        }
        return new MembershipId(membership);
    }

    private RoleId adminRoleOf(String organization) {
        return resources.findBy(ROLES, "organization_id", organization, Integer.MAX_VALUE).stream()
                .filter(row -> Inputs.text(row, "kind").equals("admin"))
                .map(row -> new RoleId(row.id()))
                .findFirst()
                .orElseThrow();
    }
}
