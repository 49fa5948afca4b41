package io.keyledger.http.read;

import io.keyledger.http.description.Filter;
import io.keyledger.http.description.Predicate;
import io.keyledger.http.description.Question;
import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.problem.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code filter[<question>]=<value>}, for what {@link ResourceType#questions} has. */
final class QuestionParser {
    private final ResourceType type;
    private final QueryFaults faults;

    QuestionParser(ResourceType type, QueryFaults faults) {
        this.type = type;
        this.faults = faults;
    }

    /** The question of that parameter, or null. */
    @Nullable
    Question question(String parameter) {
        return type.questions().stream()
                .filter(question -> parameter(question).equals(parameter))
                .findFirst()
                .orElse(null);
    }

    List<Filter> filters(Question question, List<String> values) {
        return values.stream()
                .filter(value -> isFit(question, value))
                .map(value -> filter(question, value))
                .toList();
    }

    private static Filter filter(Question question, String value) {
        var path = List.of(new Filter.Path(null, question.attribute()));
        return question.answers().isEmpty()
                ? new Filter(path, Predicate.EQ, List.of(value))
                : new Filter(path, Predicate.IN, List.copyOf(several(value)));
    }

    private boolean isFit(Question question, String value) {
        var pattern = question.attribute().rules().pattern();
        var fits = pattern == null ? question.answers().containsAll(several(value)) : value.matches(pattern);
        if (!fits) {
            faults.add(ErrorCode.INVALID_FILTER_VALUE, parameter(question), "the value does not fit the filter");
        }
        return fits;
    }

    private static List<String> several(String value) {
        return List.of(value.split(",", -1));
    }

    private static String parameter(Question question) {
        return "filter[" + question.name() + ']';
    }
}
