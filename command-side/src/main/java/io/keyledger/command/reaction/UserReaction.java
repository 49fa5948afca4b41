package io.keyledger.command.reaction;

import io.keyledger.command.access.RemoveMember;
import io.keyledger.command.app.DeletePersonalApp;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.bus.ProcessingGroups;
import io.keyledger.command.reservation.Reservations;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.UserDeleted;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.app.AppId;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Ends the memberships and the personal app of a user who ends, in the same commit; when a membership refuses, because
 * the user owns the organization, nothing is recorded. They are read in the write transaction, so that none that begins
 * at the same time is left.
 */
@Component
@ProcessingGroup(ProcessingGroups.REACTIONS)
class UserReaction {
    private final Commands commands;
    private final Reservations reservations;

    UserReaction(Commands commands, Reservations reservations) {
        this.commands = commands;
        this.reservations = reservations;
    }

    @EventHandler
    void on(UserDeleted event) {
        var user = new UserId(event.userId());
        for (var held : reservations.memberships(event.userId())) {
            send(new RemoveMember(new MembershipId(held.id()), user, null), held.organizationId());
        }
        for (var held : reservations.personalApps(event.userId())) {
            send(new DeletePersonalApp(new AppId(held.id()), user), held.organizationId());
        }
    }

    private void send(Object command, String organization) {
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, organization));
    }
}
