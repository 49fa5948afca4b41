package io.keyledger.kernel.customer;

import io.keyledger.kernel.DomainEvent;

/** The events of a customer. */
public sealed interface CustomerEvent extends DomainEvent permits CustomerRegistered, CustomerRenamed, CustomerDeleted {
    /** Id of the aggregate whose history this is part of. */
    String customerId();
}
