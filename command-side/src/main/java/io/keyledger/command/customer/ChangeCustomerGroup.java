package io.keyledger.command.customer;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.customer.CustomerGroupId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Several changes of one group: all of them or none.
 *
 * @param expectedVersion the version the caller saw; null for any
 */
public record ChangeCustomerGroup(
        @TargetAggregateIdentifier CustomerGroupId customerGroupId,
        List<CustomerGroupChange> changes,
        @Nullable ExpectedVersions expectedVersion) {
    public ChangeCustomerGroup {
        changes = List.copyOf(changes);
    }
}
