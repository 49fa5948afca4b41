package io.keyledger.command.customer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.keyledger.command.decision.Labels;
import io.keyledger.command.decision.Versions;
import io.keyledger.kernel.customer.CustomerGroupDefined;
import io.keyledger.kernel.customer.CustomerGroupDeleted;
import io.keyledger.kernel.customer.CustomerGroupEvent;
import io.keyledger.kernel.customer.CustomerGroupRenamed;
import io.keyledger.kernel.customer.CustomersAssigned;
import io.keyledger.kernel.reference.LabelEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;

/** A group of customers, which the customer scope of an app can name. */
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills every field
public class CustomerGroup {
    private static final String RESOURCE = "customer_groups";

    @AggregateIdentifier
    private String id;

    private String organizationId;
    private String name;
    private List<String> customerIds = List.of();
    private Labels labels = Labels.NONE;

    CustomerGroup() {}

    @CommandHandler
    CustomerGroup(DefineCustomerGroup command) {
        var newId = command.customerGroupId().value();
        apply(new CustomerGroupDefined(
                newId, command.organizationId().value(), command.name().value()));
        var customers = command.customers().values();
        if (!customers.isEmpty()) {
            apply(new CustomersAssigned(newId, customers));
        }
        Labels.NONE.decide(RESOURCE, newId, command.labels()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeCustomerGroup command) {
        Versions.require(command.expectedVersion(), getVersion(), getVersion());
        command.changes().forEach(this::decide);
    }

    @CommandHandler
    void handle(DeleteCustomerGroup command) {
        Versions.require(command.expectedVersion(), getVersion(), getVersion());
        apply(new CustomerGroupDeleted(id, organizationId));
    }

    private void decide(CustomerGroupChange change) {
        switch (change) {
            case RenameCustomerGroup c -> rename(c.name().value());
            case AssignCustomers c -> assign(c.customers().values());
            case LabelCustomerGroup c -> labels.decide(RESOURCE, id, c.labels()).forEach(AggregateLifecycle::apply);
        }
    }

    private void rename(String newName) {
        if (!newName.equals(name)) {
            apply(new CustomerGroupRenamed(id, newName));
        }
    }

    private void assign(List<String> newIds) {
        if (!newIds.equals(customerIds)) {
            apply(new CustomersAssigned(id, newIds));
        }
    }

    @EventSourcingHandler
    void on(CustomerGroupEvent event) {
        switch (event) {
            case CustomerGroupDefined e -> {
                id = e.customerGroupId();
                organizationId = e.organizationId();
                name = e.name();
            }
            case CustomerGroupRenamed e -> name = e.name();
            case CustomersAssigned e -> customerIds = e.customerIds();
            case CustomerGroupDeleted _ -> markDeleted();
        }
    }

    @EventSourcingHandler
    void on(LabelEvent event) {
        labels = labels.after(event);
    }
}
