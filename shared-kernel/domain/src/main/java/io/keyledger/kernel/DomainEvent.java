package io.keyledger.kernel;

/**
 * A fact the ledger keeps. Its published word, its revision and its components are the stored form, of plain JSON types; its
 * class may be moved and renamed.
 */
public interface DomainEvent {}
