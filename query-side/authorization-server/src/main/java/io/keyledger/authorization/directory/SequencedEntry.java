package io.keyledger.authorization.directory;

/** An entry and the sequence number of the event that made it what it is. */
record SequencedEntry<E>(E value, long sequence) {}
