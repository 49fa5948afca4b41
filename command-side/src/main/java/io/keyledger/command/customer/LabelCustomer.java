package io.keyledger.command.customer;

import io.keyledger.command.value.LabelChange;

/** Changes reference, origin or metadata of the customer. */
public record LabelCustomer(LabelChange labels) implements CustomerChange {}
