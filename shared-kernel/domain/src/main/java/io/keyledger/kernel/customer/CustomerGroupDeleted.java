package io.keyledger.kernel.customer;

import org.axonframework.serialization.Revision;

/** A group was deleted; its customers stay. */
@Revision("1")
public record CustomerGroupDeleted(String customerGroupId, String organizationId) implements CustomerGroupEvent {}
