package io.keyledger.kernel.customer;

import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A group has these customers from now on.
 *
 * @param customerIds the whole list, each once, in the order given
 */
@Revision("1")
public record CustomersAssigned(String customerGroupId, List<String> customerIds) implements CustomerGroupEvent {}
