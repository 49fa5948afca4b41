package io.keyledger.kernel;

/** A fact the ledger keeps. Its class name is wire format: never moved or renamed, plain JSON types inside. */
public interface DomainEvent {}
