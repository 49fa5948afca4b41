package io.keyledger.command.customer;

import io.keyledger.command.resource.LabelChange;

/** Changes reference, origin or metadata of the customer. */
public record LabelCustomer(LabelChange labels) implements CustomerChange {}
