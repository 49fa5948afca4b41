package io.keyledger.command.customer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.keyledger.command.decision.Labels;
import io.keyledger.command.decision.Versions;
import io.keyledger.kernel.customer.CustomerDeleted;
import io.keyledger.kernel.customer.CustomerEvent;
import io.keyledger.kernel.customer.CustomerRegistered;
import io.keyledger.kernel.customer.CustomerRenamed;
import io.keyledger.kernel.reference.LabelEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;

/** A customer, whose data apps work with: a name, and labels such as the reference in another system. */
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills every field
public class Customer {
    private static final String RESOURCE = "customers";

    @AggregateIdentifier
    private String id;

    private String organizationId;
    private String name;
    private Labels labels = Labels.NONE;

    Customer() {}

    @CommandHandler
    Customer(RegisterCustomer command) {
        var newId = command.customerId().value();
        apply(new CustomerRegistered(
                newId, command.organizationId().value(), command.name().value()));
        Labels.NONE.decide(RESOURCE, newId, command.labels()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeCustomer command) {
        Versions.require(command.expectedVersion(), getVersion(), getVersion());
        command.changes().forEach(this::decide);
    }

    @CommandHandler
    void handle(DeleteCustomer command) {
        Versions.require(command.expectedVersion(), getVersion(), getVersion());
        apply(new CustomerDeleted(id, organizationId));
    }

    private void decide(CustomerChange change) {
        switch (change) {
            case RenameCustomer c -> rename(c.name().value());
            case LabelCustomer c -> labels.decide(RESOURCE, id, c.labels()).forEach(AggregateLifecycle::apply);
        }
    }

    private void rename(String newName) {
        if (!newName.equals(name)) {
            apply(new CustomerRenamed(id, newName));
        }
    }

    @EventSourcingHandler
    void on(CustomerEvent event) {
        switch (event) {
            case CustomerRegistered e -> {
                id = e.customerId();
                organizationId = e.organizationId();
                name = e.name();
            }
            case CustomerRenamed e -> name = e.name();
            case CustomerDeleted _ -> markDeleted();
        }
    }

    @EventSourcingHandler
    void on(LabelEvent event) {
        labels = labels.after(event);
    }
}
