package io.keyledger.command.customer;

/** Gives the customer another name. */
public record RenameCustomer(CustomerName name) implements CustomerChange {}
