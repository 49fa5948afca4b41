package io.keyledger.kernel.customer;

import org.axonframework.serialization.Revision;

/** A customer ended. */
@Revision("1")
public record CustomerDeleted(String customerId, String organizationId) implements CustomerEvent {}
