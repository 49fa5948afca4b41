package io.keyledger.query.customer;

import io.keyledger.kernel.customer.CustomerDeleted;
import io.keyledger.kernel.customer.CustomerEvent;
import io.keyledger.kernel.customer.CustomerGroupDefined;
import io.keyledger.kernel.customer.CustomerGroupDeleted;
import io.keyledger.kernel.customer.CustomerGroupEvent;
import io.keyledger.kernel.customer.CustomerGroupRenamed;
import io.keyledger.kernel.customer.CustomerRegistered;
import io.keyledger.kernel.customer.CustomerRenamed;
import io.keyledger.kernel.customer.CustomersAssigned;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import java.util.List;
import java.util.Map;

/** What the events of customers and their groups change. */
final class CustomerChanges {
    static final String CUSTOMERS = "customers";
    static final String GROUPS = "customer_groups";
    static final String CUSTOMER_IDS = "customer_ids";
    private static final String NAME = "name";
    private static final String ORGANIZATION = "organization_id";

    private CustomerChanges() {}

    static Changes all() {
        return Changes.together(
                Changes.by(CustomerEvent.class, (event, recorded) -> List.of(of(event))),
                Changes.by(CustomerGroupEvent.class, (event, recorded) -> List.of(of(event))));
    }

    private static Change of(CustomerEvent event) {
        return switch (event) {
            case CustomerRegistered e ->
                Change.created(CUSTOMERS, e.customerId(), Map.of(ORGANIZATION, e.organizationId(), NAME, e.name()));
            case CustomerRenamed e -> Change.updated(CUSTOMERS, e.customerId(), NAME, e.name());
            case CustomerDeleted e -> Change.deleted(CUSTOMERS, e.customerId());
        };
    }

    private static Change of(CustomerGroupEvent event) {
        return switch (event) {
            case CustomerGroupDefined e ->
                Change.created(
                        GROUPS,
                        e.customerGroupId(),
                        Map.of(ORGANIZATION, e.organizationId(), NAME, e.name(), CUSTOMER_IDS, List.of()));
            case CustomerGroupRenamed e -> Change.updated(GROUPS, e.customerGroupId(), NAME, e.name());
            case CustomersAssigned e -> Change.updated(GROUPS, e.customerGroupId(), CUSTOMER_IDS, e.customerIds());
            case CustomerGroupDeleted e -> Change.deleted(GROUPS, e.customerGroupId());
        };
    }
}
