package io.keyledger.command.customer;

/** Replaces the customers of a group; each belongs to the group's organization. */
public record AssignCustomers(CustomerList customers) implements CustomerGroupChange {}
