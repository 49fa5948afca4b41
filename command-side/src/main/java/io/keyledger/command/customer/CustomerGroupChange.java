package io.keyledger.command.customer;

/** One change of a group; several make one {@link ChangeCustomerGroup}. */
public sealed interface CustomerGroupChange permits RenameCustomerGroup, AssignCustomers, LabelCustomerGroup {}
