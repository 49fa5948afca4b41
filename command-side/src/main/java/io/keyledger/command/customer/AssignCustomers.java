package io.keyledger.command.customer;

/** Gives the group these customers in the place of those it has; each is one of its organization. */
public record AssignCustomers(CustomerList customers) implements CustomerGroupChange {}
