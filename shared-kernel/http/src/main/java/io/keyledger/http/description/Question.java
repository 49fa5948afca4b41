package io.keyledger.http.description;

import java.util.List;

/**
 * What a list can be asked by {@code filter[<name>]} that {@code filter[q]} on its attributes cannot say: by a pattern, or
 * with fixed answers. Of these several may be asked for, separated by commas, and {@code meta.counts} says how many there
 * are of each.
 *
 * @param attribute how it is called, and what may be asked
 * @param meaning   in whole sentences, for the published contract
 */
public record Question(Attribute attribute, String meaning) {
    /** The name between the brackets. */
    public String name() {
        return attribute.name();
    }

    /** The fixed answers in the order of the alphabet; none when anything may be asked that fits. */
    public List<String> answers() {
        var fixed = attribute.rules().oneOf();
        return fixed == null ? List.of() : fixed.stream().sorted().toList();
    }
}
