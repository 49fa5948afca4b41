package io.keyledger.authorization.directory;

/** An entry and the sequence number of the last event that changed it. */
record SequencedEntry<E>(E value, long sequence) {}
