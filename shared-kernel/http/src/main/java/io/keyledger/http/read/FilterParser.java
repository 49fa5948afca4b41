package io.keyledger.http.read;

import io.keyledger.http.description.Filter;
import io.keyledger.http.description.Predicate;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.problem.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code filter[q][<attributes>_<predicate>]=<value>}. */
final class FilterParser {
    private static final String PREFIX = "filter[q][";
    private static final List<Predicate> LONGEST_FIRST = Stream.of(Predicate.values())
            .sorted(Comparator.comparingInt((Predicate p) -> p.suffix().length())
                    .reversed())
            .toList();

    private static final String TEXT = "filter[text]";

    private final ResourceType type;
    private final PathParser paths;
    private final QuestionParser questions;
    private final QueryFaults faults;
    private final List<Filter> filters = new ArrayList<>();

    FilterParser(ResourceType type, QueryFaults faults) {
        this.type = type;
        this.paths = new PathParser(type);
        this.questions = new QuestionParser(type, faults);
        this.faults = faults;
    }

    void take(String name, List<String> values) {
        if (values.stream().anyMatch(value -> value.length() > ReadRules.MAX_FILTER_LENGTH)) {
            faults.add(
                    ErrorCode.INVALID_FILTER_VALUE,
                    name,
                    "a filter has at most " + ReadRules.MAX_FILTER_LENGTH + " characters");
            return;
        }
        read(name, values);
        refuseTooMany(name);
    }

    private void refuseTooMany(String name) {
        var paths = filters.stream()
                .flatMap(filter -> filter.anyOf().stream())
                .distinct()
                .count();
        if (filters.size() > ReadRules.MAX_FILTERS || paths > ReadRules.MAX_FILTER_PATHS) {
            faults.add(
                    ErrorCode.INVALID_FILTERS_SYNTAX,
                    name,
                    "a request has at most " + ReadRules.MAX_FILTERS + " filters, on " + ReadRules.MAX_FILTER_PATHS
                            + " different attributes");
        }
    }

    private void read(String name, List<String> values) {
        if (name.equals(TEXT) && type.searchable()) {
            values.forEach(this::text);
            return;
        }
        var question = questions.question(name);
        if (question != null) {
            filters.addAll(questions.filters(question, values));
            return;
        }
        if (!name.startsWith(PREFIX) || !name.endsWith("]")) {
            faults.add(ErrorCode.INVALID_FILTERS_SYNTAX, name, "a filter is filter[q][<attributes>_<predicate>]");
            return;
        }
        var key = name.substring(PREFIX.length(), name.length() - 1);
        var candidates = LONGEST_FIRST.stream()
                .filter(p -> key.endsWith('_' + p.suffix()))
                .toList();
        if (candidates.isEmpty()) {
            faults.add(ErrorCode.INVALID_FILTERS_SYNTAX, name, key + " ends in no predicate");
        } else {
            read(name, key, candidates, values);
        }
    }

    private void text(String text) {
        var words = SearchWords.of(text);
        if (words.isEmpty()) {
            faults.add(ErrorCode.INVALID_FILTER_VALUE, TEXT, "there is no word in it");
        }
        if (words.size() > ReadRules.MAX_SEARCH_WORDS) {
            faults.add(
                    ErrorCode.INVALID_FILTER_VALUE,
                    TEXT,
                    "a search has at most " + ReadRules.MAX_SEARCH_WORDS + " words");
            return;
        }
        var path = List.of(new Filter.Path(null, Resources.WORDS));
        words.forEach(word -> filters.add(new Filter(path, Predicate.EQ, List.of(word))));
    }

    List<Filter> filters() {
        return List.copyOf(filters);
    }

    /**
     * An attribute may itself end like a predicate, as expires_in does: the longest predicate after a known attribute
     * counts.
     */
    private void read(String name, String key, List<Predicate> candidates, List<String> values) {
        for (var predicate : candidates) {
            var anyOf = paths.parse(
                    key.substring(0, key.length() - predicate.suffix().length() - 1));
            if (!anyOf.isEmpty()) {
                values.forEach(value -> add(name, anyOf, predicate, value));
                return;
            }
        }
        faults.add(ErrorCode.FILTER_NOT_ALLOWED, name, key + " names no attribute that can be filtered on");
    }

    private void add(String name, List<Filter.Path> anyOf, Predicate predicate, String value) {
        var types =
                anyOf.stream().map(path -> path.attribute().type()).distinct().toList();
        if (types.size() > 1 || !PredicateRules.fits(predicate, types.getFirst())) {
            faults.add(
                    ErrorCode.FILTER_NOT_ALLOWED, name, predicate.suffix() + " cannot be used with these attributes");
            return;
        }
        if (predicate.takesList() && value.split(",", -1).length > ReadRules.MAX_FILTER_VALUES) {
            faults.add(
                    ErrorCode.INVALID_FILTER_VALUE,
                    name,
                    "a list has at most " + ReadRules.MAX_FILTER_VALUES + " values");
            return;
        }
        try {
            filters.add(new Filter(anyOf, predicate, new ValueParser(types.getFirst()).parse(predicate, value)));
        } catch (IllegalArgumentException e) {
            faults.add(ErrorCode.INVALID_FILTER_VALUE, name, "the value does not fit the filter");
        }
    }
}
