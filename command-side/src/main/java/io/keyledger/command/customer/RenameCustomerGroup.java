package io.keyledger.command.customer;

/** Gives the group another name. */
public record RenameCustomerGroup(CustomerName name) implements CustomerGroupChange {}
