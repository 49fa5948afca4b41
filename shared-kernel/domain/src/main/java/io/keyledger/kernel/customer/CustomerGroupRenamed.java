package io.keyledger.kernel.customer;

import org.axonframework.serialization.Revision;

/** A group has another name. */
@Revision("1")
public record CustomerGroupRenamed(String customerGroupId, String name) implements CustomerGroupEvent {}
