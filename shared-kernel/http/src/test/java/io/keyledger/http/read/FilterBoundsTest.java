package io.keyledger.http.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilterBoundsTest {
    /** Attributes of one type, own and related. */
    private static final List<String> NAMES = ReadRules.filterKeys(Resources.API_CREDENTIALS).entrySet().stream()
            .filter(key -> key.getValue() == Attribute.Type.STRING)
            .map(Map.Entry::getKey)
            .toList();

    @Test
    void takesSixteenAttributesAndRefusesTheSeventeenth() {
        assertThat(fault(Map.of("filter[q][" + joined(16) + "_cont]", "a"))).isNull();
        assertThat(fault(Map.of("filter[q][" + joined(17) + "_cont]", "a")))
                .isEqualTo(ErrorCode.INVALID_FILTERS_SYNTAX);
    }

    @Test
    void countsTheAttributesOfAllFilters() {
        var filters = new HashMap<String, String>();
        NAMES.stream().limit(17).forEach(name -> filters.put("filter[q][" + name + "_cont]", "a"));

        assertThat(fault(filters)).isEqualTo(ErrorCode.INVALID_FILTERS_SYNTAX);
    }

    @Test
    void looksAtAnAttributeOnceHoweverOftenItIsNamed() {
        var name = IntStream.range(0, 300).mapToObj(i -> "name").collect(Collectors.joining("_or_"));
        var start = System.nanoTime();

        var options = ReadOptionsParser.list(
                Resources.API_CREDENTIALS, Map.of("filter[q][" + name + "_cont]", new String[] {"a"}));

        assertThat(options.filters().getFirst().anyOf()).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void refusesTooManyFiltersOfOneAttribute() {
        var values = IntStream.range(0, 33).mapToObj(Integer::toString).toArray(String[]::new);

        assertThatThrownBy(
                        () -> ReadOptionsParser.list(Resources.API_CREDENTIALS, Map.of("filter[q][name_cont]", values)))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void boundsListsAndLengths() {
        assertThat(fault(Map.of("filter[q][name_in]", list(100)))).isNull();
        assertThat(fault(Map.of("filter[q][name_in]", list(101)))).isEqualTo(ErrorCode.INVALID_FILTER_VALUE);
        assertThat(fault(Map.of("filter[q][name_cont_any]", list(101)))).isEqualTo(ErrorCode.INVALID_FILTER_VALUE);
        assertThat(fault(Map.of("filter[q][name_eq]", "x".repeat(2000)))).isNull();
        assertThat(fault(Map.of("filter[q][name_eq]", "x".repeat(2001)))).isEqualTo(ErrorCode.INVALID_FILTER_VALUE);
    }

    private static String joined(int names) {
        assertThat(NAMES).hasSizeGreaterThanOrEqualTo(names);
        return NAMES.stream().limit(names).collect(Collectors.joining("_or_"));
    }

    private static String list(int values) {
        return IntStream.range(0, values).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static @Nullable ErrorCode fault(Map<String, String> parameters) {
        try {
            ReadOptionsParser.list(
                    Resources.API_CREDENTIALS,
                    parameters.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, e -> new String[] {e.getValue()})));
            return null;
        } catch (InvalidValue e) {
            return e.refusals().getFirst().code();
        }
    }
}
