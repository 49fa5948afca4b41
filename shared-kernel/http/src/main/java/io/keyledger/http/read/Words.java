package io.keyledger.http.read;

import java.util.List;
import java.util.stream.Stream;

/** The words of a comma-separated parameter, which may also be given several times. */
final class Words {
    private Words() {}

    /** Without the empty ones. */
    static List<String> of(List<String> values) {
        return values.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
