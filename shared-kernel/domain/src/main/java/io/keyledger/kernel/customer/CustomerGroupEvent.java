package io.keyledger.kernel.customer;

import io.keyledger.kernel.DomainEvent;

/** The events of a group of customers. */
public sealed interface CustomerGroupEvent extends DomainEvent
        permits CustomerGroupDefined, CustomerGroupRenamed, CustomersAssigned, CustomerGroupDeleted {
    /** Id of the aggregate whose history this is part of. */
    String customerGroupId();
}
