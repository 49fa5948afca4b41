package io.keyledger.command.access;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Labels;
import io.keyledger.command.decision.Versions;
import io.keyledger.kernel.access.UserDeleted;
import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserEvent;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.access.UserRenamed;
import io.keyledger.kernel.access.UserTimeZoneChanged;
import io.keyledger.kernel.reference.LabelEvent;
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
        var faults = new Faults();
        command.changes().forEach(change -> faults.collect(() -> decide(change)));
        faults.refuseIfAny();
    }

    @CommandHandler
    void handle(RenameUser command) {
        var first = command.firstName().or(firstName);
        var last = command.lastName().or(lastName);
        if (!Objects.equals(first, firstName) || !Objects.equals(last, lastName)) {
            apply(new UserRenamed(id, first, last));
        }
    }

    @CommandHandler
    void handle(ChangeUserEmail command) {
        var address = command.email().value();
        if (!address.equals(email)) {
            apply(new UserEmailChanged(id, address));
        }
    }

    @CommandHandler
    void handle(ChangeUserTimeZone command) {
        if (!Objects.equals(command.timeZone(), timeZone)) {
            apply(new UserTimeZoneChanged(id, command.timeZone()));
        }
    }

    @CommandHandler
    void handle(ChangeUserLabels command) {
        labels.decide(RESOURCE, id, command.labels()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(DeleteUser command) {
        Versions.require(command.expectedVersion(), version, getVersion());
        apply(new UserDeleted(id));
    }

    private void decide(UserChange change) {
        switch (change) {
            case RenameUser c -> handle(c);
            case ChangeUserEmail c -> handle(c);
            case ChangeUserTimeZone c -> handle(c);
            case ChangeUserLabels c -> handle(c);
        }
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
