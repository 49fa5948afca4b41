package io.keyledger.command.customer;

import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.customer.CustomerId;
import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Registers a customer. */
public record RegisterCustomer(
        @TargetAggregateIdentifier CustomerId customerId,
        OrganizationId organizationId,
        CustomerName name,
        LabelChange labels) {}
