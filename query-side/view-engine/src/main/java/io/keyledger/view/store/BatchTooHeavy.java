package io.keyledger.view.store;

/** The events of a batch need more rows in memory than a batch may hold: to be passed in smaller batches. */
public final class BatchTooHeavy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BatchTooHeavy(long most) {
        super("the rows of a batch weigh more than " + most + " characters");
    }
}
