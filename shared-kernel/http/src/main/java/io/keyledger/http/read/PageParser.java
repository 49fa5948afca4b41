package io.keyledger.http.read;

import io.keyledger.kernel.problem.ErrorCode;
import java.util.List;

/** {@code page[number]} and {@code page[size]}. */
final class PageParser {
    private final QueryFaults faults;
    private int number = 1;
    private int size = ReadRules.DEFAULT_PAGE_SIZE;

    PageParser(QueryFaults faults) {
        this.faults = faults;
    }

    void take(String name, List<String> values) {
        switch (name) {
            case "page[number]" -> number = value(name, values, Integer.MAX_VALUE);
            case "page[size]" -> size = value(name, values, ReadRules.MAX_PAGE_SIZE);
            default -> faults.add(ErrorCode.INVALID_PAGE_OBJECT, name, "a page has a number and a size");
        }
    }

    int number() {
        return number;
    }

    int size() {
        return size;
    }

    private int value(String name, List<String> values, int max) {
        try {
            var value = Integer.parseInt(String.join(",", values));
            if (value >= 1 && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // the same fault as a number out of bounds
        }
        faults.add(ErrorCode.INVALID_PAGE_VALUE, name, name + " is a whole number from 1 to " + max);
        return 1;
    }
}
