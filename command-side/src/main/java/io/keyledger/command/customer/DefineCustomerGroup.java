package io.keyledger.command.customer;

import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.customer.CustomerGroupId;
import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Defines a group of customers. */
public record DefineCustomerGroup(
        @TargetAggregateIdentifier CustomerGroupId customerGroupId,
        OrganizationId organizationId,
        CustomerName name,
        CustomerList customers,
        LabelChange labels) {}
