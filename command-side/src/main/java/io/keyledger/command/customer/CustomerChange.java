package io.keyledger.command.customer;

/** One change of a customer; several make one {@link ChangeCustomer}. */
public sealed interface CustomerChange permits RenameCustomer, LabelCustomer {}
