package io.keyledger.command.customer;

import io.keyledger.command.value.Name;
import io.keyledger.kernel.problem.InvalidValue;

/**
 * The name of a customer or a group of customers: a {@link Name} of at most 100 characters; otherwise {@link
 * InvalidValue} {@code VALIDATION_ERROR} on {@code name}. Source: CONTRACT A2.
 */
public record CustomerName(String value) {
    private static final int MAX = 100;

    public CustomerName {
        Name.check(value, MAX);
    }

    /** The bare text. */
    @Override
    public String toString() {
        return value;
    }
}
