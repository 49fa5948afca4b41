package io.keyledger.command.reaction;

import io.keyledger.command.access.GiveUpOwnership;
import io.keyledger.command.access.GrantOwnership;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.bus.ProcessingGroups;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.organization.OwnershipTransferred;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Moves the ownership between the two memberships in the commit of the transfer; when one refuses, nothing is recorded.
 */
@Component
@ProcessingGroup(ProcessingGroups.REACTIONS)
class OwnershipReaction {
    private final Commands commands;

    OwnershipReaction(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(OwnershipTransferred event) {
        commands.send(new GiveUpOwnership(new MembershipId(event.fromMembershipId())));
        commands.send(new GrantOwnership(new MembershipId(event.toMembershipId()), new RoleId(event.adminRoleId())));
    }
}
