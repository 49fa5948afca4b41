package io.keyledger.command.customer;

import io.keyledger.kernel.customer.CustomerId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The customers of a group, in the order given: each once, at most 1000; otherwise {@link InvalidValue}
 * {@code VALIDATION_ERROR} on {@code customers}. Source: CONTRACT A2.
 */
public record CustomerList(List<CustomerId> ids) {
    private static final String FIELD = "customers";
    private static final int MAX = 1000;

    public CustomerList {
        ids = List.copyOf(ids);
        if (ids.size() > MAX) {
            throw new InvalidValue(new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "is too long (at most " + MAX + " customers)",
                    FIELD,
                    "too_long",
                    Map.of("count", MAX)));
        }
        if (new HashSet<>(ids).size() < ids.size()) {
            throw new InvalidValue(Refusal.ofField(FIELD, "taken", "has a customer more than once"));
        }
    }

    /** The bare ids, as events have them. */
    List<String> values() {
        return ids.stream().map(CustomerId::value).toList();
    }
}
