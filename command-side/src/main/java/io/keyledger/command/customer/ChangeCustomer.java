package io.keyledger.command.customer;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.customer.CustomerId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Several changes of one customer: all of them or none.
 *
 * @param expectedVersion the version the caller saw; null for any
 */
public record ChangeCustomer(
        @TargetAggregateIdentifier CustomerId customerId,
        List<CustomerChange> changes,
        @Nullable ExpectedVersions expectedVersion) {
    public ChangeCustomer {
        changes = List.copyOf(changes);
    }
}
