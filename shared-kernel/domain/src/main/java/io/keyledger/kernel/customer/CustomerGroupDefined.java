package io.keyledger.kernel.customer;

import org.axonframework.serialization.Revision;

/** A group of customers exists from now on; it is empty. */
@Revision("1")
public record CustomerGroupDefined(String customerGroupId, String organizationId, String name)
        implements CustomerGroupEvent {}
