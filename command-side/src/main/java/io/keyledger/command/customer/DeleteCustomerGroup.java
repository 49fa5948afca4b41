package io.keyledger.command.customer;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.customer.CustomerGroupId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Deletes a group; its customers stay. */
public record DeleteCustomerGroup(
        @TargetAggregateIdentifier CustomerGroupId customerGroupId,
        @Nullable ExpectedVersions expectedVersion) {}
