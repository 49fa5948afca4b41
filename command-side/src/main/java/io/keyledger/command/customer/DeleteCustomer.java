package io.keyledger.command.customer;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.customer.CustomerId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Deletes a customer. */
public record DeleteCustomer(
        @TargetAggregateIdentifier CustomerId customerId,
        @Nullable ExpectedVersions expectedVersion) {}
