package io.keyledger.command.access;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Labels;
import io.keyledger.command.decision.Versions;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.OrganizationLeft;
import io.keyledger.kernel.access.UserDeleted;
import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserEvent;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.access.UserRenamed;
import io.keyledger.kernel.access.UserTimeZoneChanged;
import io.keyledger.kernel.reference.LabelEvent;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A user, who may have memberships in several organizations. */
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills every field
public class User {
    private static final String RESOURCE = "users";

    @AggregateIdentifier
    private String id;

    private String email;
    private @Nullable String firstName;
    private @Nullable String lastName;
    private @Nullable String timeZone;
    private Labels labels = Labels.NONE;
    private long version;

    User() {}

    @CommandHandler
    User(RegisterUser command) {
        apply(new UserRegistered(
                command.userId().value(), command.email().value(), command.firstName(), command.lastName()));
    }

    @CommandHandler
    void handle(ChangeUser command) {
        Versions.require(command.expectedVersion(), version, getVersion());
        Faults.applyAll(command.changes(), this::decide);
    }

    @CommandHandler
    void handle(RenameUser command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeUserEmail command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeUserTimeZone command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeUserLabels command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(LeaveOrganization command) {
        apply(new OrganizationLeft(id, command.organizationId().value()));
    }

    @CommandHandler
    void handle(DeleteUser command) {
        Versions.require(command.expectedVersion(), version, getVersion());
        apply(new UserDeleted(id));
    }

    private List<? extends DomainEvent> decide(UserChange change) {
        return switch (change) {
            case RenameUser c ->
                renamed(c.firstName().or(firstName), c.lastName().or(lastName));
            case ChangeUserEmail c -> emailChanged(c.email().value());
            case ChangeUserTimeZone c -> timeZoneChanged(c.timeZone());
            case ChangeUserLabels c -> labels.decide(RESOURCE, id, c.labels());
        };
    }

    private List<UserEvent> renamed(@Nullable String first, @Nullable String last) {
        return Objects.equals(first, firstName) && Objects.equals(last, lastName)
                ? List.of()
                : List.of(new UserRenamed(id, first, last));
    }

    private List<UserEvent> emailChanged(String address) {
        return address.equals(email) ? List.of() : List.of(new UserEmailChanged(id, address));
    }

    private List<UserEvent> timeZoneChanged(@Nullable String zone) {
        return Objects.equals(zone, timeZone) ? List.of() : List.of(new UserTimeZoneChanged(id, zone));
    }

    @EventSourcingHandler
    void on(UserEvent event, @SequenceNumber long sequence) {
        switch (event) {
            case UserRegistered e -> {
                id = e.userId();
                email = e.email();
                firstName = e.firstName();
                lastName = e.lastName();
            }
            case UserRenamed e -> {
                firstName = e.firstName();
                lastName = e.lastName();
            }
            case UserEmailChanged e -> email = e.email();
            case UserTimeZoneChanged e -> timeZone = e.timeZone();
            case OrganizationLeft _ -> {} // only tokens follow from it
            case UserDeleted _ -> markDeleted();
        }
        version = sequence;
    }

    @EventSourcingHandler
    void on(LabelEvent event, @SequenceNumber long sequence) {
        labels = labels.after(event);
        version = sequence;
    }
}
