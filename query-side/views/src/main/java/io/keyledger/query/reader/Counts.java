package io.keyledger.query.reader;

import io.keyledger.http.description.Filter;
import io.keyledger.http.description.Predicate;
import io.keyledger.http.description.Question;
import io.keyledger.http.description.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Counts the rows for each fixed answer to a question, ignoring filters on that question itself. */
final class Counts {
    private Counts() {}

    /**
     * By answer.
     *
     * @param remainder by question, the answer to compute from the total
     * @param count     how many rows meet all these filters
     */
    static Map<String, Long> of(
            ResourceType type,
            List<Filter> filters,
            Function<Question, @Nullable String> remainder,
            ToLongFunction<List<Filter>> count) {
        var counts = new TreeMap<String, Long>();
        for (var question : type.questions()) {
            var others =
                    filters.stream().filter(filter -> !asks(filter, question)).toList();
            var left = question.answers().isEmpty() ? null : remainder.apply(question);
            long counted = 0;
            for (var answer : question.answers()) {
                if (!answer.equals(left)) {
                    var rows = count.applyAsLong(with(others, question, answer));
                    counts.put(answer, rows);
                    counted += rows;
                }
            }
            if (left != null) {
                counts.put(left, Math.max(0, count.applyAsLong(others) - counted));
            }
        }
        return counts;
    }

    private static boolean asks(Filter filter, Question question) {
        return filter.anyOf().getFirst().attribute().equals(question.attribute());
    }

    private static List<Filter> with(List<Filter> others, Question question, String answer) {
        var path = new Filter.Path(null, question.attribute());
        var all = new ArrayList<>(others);
        all.add(new Filter(List.of(path), Predicate.IN, List.of(answer)));
        return all;
    }
}
