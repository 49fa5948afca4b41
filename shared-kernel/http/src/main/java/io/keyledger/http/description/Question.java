package io.keyledger.http.description;

import java.util.List;

/**
 * A filter {@code filter[<name>]} of a list that {@code filter[q]} on its attributes cannot express: its value matches
 * a pattern, or is some of a set of fixed answers, separated by commas; {@code meta.counts} has how many rows each
 * answer has.
 *
 * @param attribute its name, and the values it accepts
 * @param meaning   in whole operationNames, for the published contract
 */
public record Question(Attribute attribute, String meaning) {
    /** The name between the brackets. */
    public String name() {
        return attribute.name();
    }

    /** The fixed answers in the order of the alphabet; none when the value matches a pattern. */
    public List<String> answers() {
        var fixed = attribute.rules().oneOf();
        return fixed == null ? List.of() : fixed.stream().sorted().toList();
    }
}
