package io.keyledger.command.reaction;

import io.keyledger.command.access.AcceptInvitation;
import io.keyledger.command.access.ActivateMembership;
import io.keyledger.command.access.EndMembership;
import io.keyledger.command.access.LeaveOrganization;
import io.keyledger.command.access.RegisterUser;
import io.keyledger.command.access.RemoveMember;
import io.keyledger.command.app.MovePersonalApp;
import io.keyledger.command.bootstrap.InitializeLedger;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.organization.Contact;
import io.keyledger.command.organization.Founder;
import io.keyledger.command.organization.Region;
import io.keyledger.command.organization.RegisterOrganization;
import io.keyledger.command.organization.Slug;
import io.keyledger.command.reservation.Reservations;
import io.keyledger.command.value.Given;
import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.organization.OrganizationId;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Handles commands that change several aggregates: all in one commit, which the commands sent from here join. */
@Component
class CompositeCommands {
    private final Commands commands;
    private final Reservations reservations;
    private final SystemApps systemApps;

    CompositeCommands(Commands commands, Reservations reservations, SystemApps systemApps) {
        this.commands = commands;
        this.reservations = reservations;
        this.systemApps = systemApps;
    }

    @CommandHandler
    void handle(InitializeLedger command) {
        var owner = command.ownerId();
        commands.send(new RegisterUser(owner, command.email(), null, null));
        commands.send(new RegisterOrganization(
                command.organizationId(),
                command.organizationName(),
                Slug.of(command.organizationName().value()),
                Region.DEFAULT,
                new Founder(owner, command.email()),
                new Contact(Given.absent(), Given.absent()),
                Map.of(),
                LabelChange.NONE));
        commands.send(systemApps.personal(owner, command.organizationId(), command.clientId(), command.secret()));
    }

    /** Whose it is is read before the removal, which frees it. */
    @CommandHandler
    void handle(EndMembership command) {
        var member = reservations.memberOf(command.membershipId().value());
        var user = member == null ? null : member.userId();
        commands.send(new RemoveMember(command.membershipId(), user, command.expectedVersion()));
        if (member != null) {
            commands.send(new LeaveOrganization(member.userId(), member.organizationId()));
            movePersonalApps(member.userId(), member.organizationId().value(), null);
        }
    }

    @CommandHandler
    void handle(AcceptInvitation command) {
        var user = command.userId();
        commands.send(new ActivateMembership(command.membershipId(), user, command.verifiers()));
        var newcomer = command.newcomer();
        if (newcomer != null) {
            commands.send(new RegisterUser(user, newcomer.email(), null, null));
            commands.send(systemApps.personal(user, command.organizationId(), newcomer.clientId(), newcomer.secret()));
        } else {
            movePersonalApps(user, user.value(), command.organizationId());
        }
    }

    private void movePersonalApps(UserId user, String from, @Nullable OrganizationId to) {
        for (var held : reservations.personalApps(user.value())) {
            if (held.organizationId().equals(from)) {
                commands.send(new MovePersonalApp(new AppId(held.id()), user, to));
            }
        }
    }
}
