package io.keyledger.kernel;

/**
 * An event of the ledger. Its published word, its revision and its components are the stored form, of plain JSON types;
 * its class may be moved and renamed.
 */
public interface DomainEvent {}
