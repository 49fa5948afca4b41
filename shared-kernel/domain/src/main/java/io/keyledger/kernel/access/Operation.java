package io.keyledger.kernel.access;

/** What can be done with a subject; a permission allows or forbids each. */
public enum Operation {
    CREATE,
    READ,
    UPDATE,
    DESTROY
}
