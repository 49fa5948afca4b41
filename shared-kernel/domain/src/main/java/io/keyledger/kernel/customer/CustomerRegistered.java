package io.keyledger.kernel.customer;

import org.axonframework.serialization.Revision;

/** A customer exists from now on. */
@Revision("1")
public record CustomerRegistered(String customerId, String organizationId, String name) implements CustomerEvent {}
