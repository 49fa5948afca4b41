package io.keyledger.command.app;

import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.Locale;
import java.util.stream.Stream;

/** The customers whose data an app may use. Source: CONTRACT A2. */
public enum CustomerScope {
    ALL_CUSTOMERS,
    SPECIFIC_CUSTOMERS,
    CUSTOMER_GROUPS;

    /** The word in requests, events, views and tokens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of that word; otherwise {@link InvalidValue} {@code VALIDATION_ERROR} on {@code customer_scope}. */
    public static CustomerScope of(String word) {
        return Stream.of(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        Refusal.ofField("customer_scope", "inclusion", "is not included in the list")));
    }
}
