package io.keyledger.kernel.customer;

import org.axonframework.serialization.Revision;

/** A customer was deleted. */
@Revision("1")
public record CustomerDeleted(String customerId, String organizationId) implements CustomerEvent {}
