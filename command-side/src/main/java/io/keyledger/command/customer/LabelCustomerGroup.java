package io.keyledger.command.customer;

import io.keyledger.command.value.LabelChange;

/** Changes reference, origin or metadata of the group. */
public record LabelCustomerGroup(LabelChange labels) implements CustomerGroupChange {}
