package io.keyledger.command.reaction;

import io.keyledger.command.access.DefineRole;
import io.keyledger.command.access.FoundMembership;
import io.keyledger.command.access.RoleKind;
import io.keyledger.command.app.Mode;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.bus.ProcessingGroups;
import io.keyledger.command.secret.SecretGenerator;
import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.Name;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.organization.OrganizationRegistered;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Adds the two built-in roles, the owner's membership and the two apps the service acts with to a new organization, in
 * the commit that registers it. Source: CONTRACT part B, section 5.1.
 */
@Component
@ProcessingGroup(ProcessingGroups.REACTIONS)
class NewOrganizationReaction {
    private final Commands commands;
    private final Randomness randomness;
    private final SecretGenerator secrets;
    private final SystemApps systemApps;

    NewOrganizationReaction(Commands commands, Randomness randomness, SecretGenerator secrets, SystemApps systemApps) {
        this.commands = commands;
        this.randomness = randomness;
        this.secrets = secrets;
        this.systemApps = systemApps;
    }

    @EventHandler
    void on(OrganizationRegistered event) {
        var organization = new OrganizationId(event.organizationId());
        var admin = define(organization, "Admin", RoleKind.ADMIN);
        define(organization, "Read only", RoleKind.READ_ONLY);
        commands.send(new FoundMembership(
                new MembershipId(randomness.id()),
                organization,
                new UserId(event.ownerUserId()),
                new EmailAddress(event.ownerEmail()),
                admin));
        for (var mode : Mode.values()) {
            var seenByNobody = secrets.create(mode.word()).hashed();
            commands.send(systemApps.resources(admin, mode, seenByNobody));
        }
    }

    private RoleInOrganization define(OrganizationId organization, String name, RoleKind kind) {
        var id = new RoleId(randomness.id());
        commands.send(new DefineRole(id, organization, new Name(name), kind, LabelChange.NONE));
        return new RoleInOrganization(id, organization);
    }
}
