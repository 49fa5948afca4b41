package io.keyledger.command.web;

import io.keyledger.command.value.Given;
import io.keyledger.command.value.LabelChange;
import io.keyledger.http.answer.Row;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.access.Operation;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns members of requests and columns of views into the values that commands carry. */
public final class Inputs {
    private Inputs() {}

    /** The change of reference, origin and metadata that the request asks for. */
    public static LabelChange labels(ResourceInput input) {
        return new LabelChange(text(input, "reference"), text(input, "reference_origin"), metadata(input));
    }

    /** Whether the request has reference, origin or metadata. */
    public static boolean hasLabels(ResourceInput input) {
        return input.has("reference") || input.has("reference_origin") || input.has("metadata");
    }

    /** A text that may be left out, or null. */
    public static Given<String> text(ResourceInput input, String attribute) {
        return input.has(attribute) ? Given.of(input.string(attribute)) : Given.absent();
    }

    /** The operations that a request allows (true) or forbids (false); those it does not mention are missing. */
    public static Map<Operation, Boolean> operations(ResourceInput input) {
        var given = new EnumMap<Operation, Boolean>(Operation.class);
        for (var operation : Operation.values()) {
            if (input.has(column(operation))) {
                given.put(operation, input.isTrue(column(operation)));
            }
        }
        return given;
    }

    /** The operations a permission allows. */
    public static Set<Operation> operations(Row permission) {
        var allowed = EnumSet.noneOf(Operation.class);
        for (var operation : Operation.values()) {
            if (Boolean.TRUE.equals(permission.values().get(column(operation)))) {
                allowed.add(operation);
            }
        }
        return allowed;
    }

    /** A column that always has a text. */
    public static String text(Row row, String column) {
        return String.valueOf(row.values().get(column));
    }

    private static Given<Map<String, @Nullable Object>> metadata(ResourceInput input) {
        return input.has("metadata") ? Given.of(input.object("metadata")) : Given.absent();
    }

    private static String column(Operation operation) {
        return "can_" + operation.name().toLowerCase(Locale.ROOT);
    }
}
