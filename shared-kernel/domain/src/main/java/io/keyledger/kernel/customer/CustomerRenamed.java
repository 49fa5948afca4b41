package io.keyledger.kernel.customer;

import org.axonframework.serialization.Revision;

/** A customer has another name. */
@Revision("1")
public record CustomerRenamed(String customerId, String name) implements CustomerEvent {}
