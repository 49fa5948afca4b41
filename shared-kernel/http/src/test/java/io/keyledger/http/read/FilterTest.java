package io.keyledger.http.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.http.description.Filter;
import io.keyledger.http.description.Predicate;
import io.keyledger.http.resources.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    @ParameterizedTest
    @CsvSource({
        "name_eq, name, EQ",
        "name_not_in_or_null, name, NOT_IN_OR_NULL",
        "name_not_eq_or_null, name, NOT_EQ_OR_NULL",
        "name_does_not_match_any, name, DOES_NOT_MATCH_ANY",
        "expires_in_eq, expires_in, EQ",
        "expires_in_in, expires_in, IN",
        "expires_in_not_in, expires_in, NOT_IN",
        "name_or_reference_origin_cont, name reference_origin, CONT",
        "reference_or_reference_origin_or_name_in_or_null, reference reference_origin name, IN_OR_NULL",
        "role_kind_eq, role.kind, EQ",
        "organization_name_start, organization.name, START",
        "role_id_in, role.id, IN",
        "id_eq, id, EQ",
        "created_at_gteq, created_at, GTEQ",
        "role_name_or_organization_name_or_name_cont, role.name organization.name name, CONT"
    })
    void splitsTheLongestPredicateFromTheAttributes(String key, String paths, Predicate predicate) {
        var filter = filter(key, key.startsWith("expires") ? "7200" : "2026-01-01");

        assertThat(filter.predicate()).isEqualTo(predicate);
        assertThat(filter.anyOf()).map(FilterTest::name).containsExactly(paths.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-01-01, 2018-01-01T00:00:00Z",
        "2018-01-01T10:20:30Z, 2018-01-01T10:20:30Z",
        "2018-01-01T10:20:30.123Z, 2018-01-01T10:20:30.123Z",
        "2018-01-01T10:20:30, 2018-01-01T10:20:30Z",
        "2018-01-01T10:20, 2018-01-01T10:20:00Z",
        "2018-01-01 10:20:30, 2018-01-01T10:20:30Z",
        "2018-01-01T10:20:30+02:00, 2018-01-01T08:20:30Z",
        "2018-01-01T10:20:30 0200, 2018-01-01T08:20:30Z",
        "2018-01-01T10:20:30-02:00, 2018-01-01T12:20:30Z"
    })
    void readsDatesInUtcUnlessTheyNameAnOffset(String text, Instant instant) {
        assertThat(filter("created_at_gteq", text).values()).containsExactly(instant);
    }

    @Test
    void readsValuesInTheTypeOfTheAttribute() {
        assertThat(filter("expires_in_in", "7200, 7201").values()).containsExactly(7200L, 7201L);
        assertThat(filter("custom_eq", "1").values()).containsExactly(true);
        assertThat(filter("name_null", "false").values()).containsExactly(false);
        assertThat(filter("custom_true", "true").values()).containsExactly(true);
        assertThat(filter("name_in", "a,b c,").values()).containsExactly("a", "b c", "");
        assertThat(filter("name_eq", "a,b").values()).containsExactly("a,b");
        assertThat(filter("metadata_jcont", "{\"a\":{\"b\":1}}").values()).containsExactly(Map.of("a", Map.of("b", 1)));
    }

    private static String name(Filter.Path path) {
        var through = path.through();
        return through == null
                ? path.attribute().name()
                : through.name() + '.' + path.attribute().name();
    }

    private static Filter filter(String key, String value) {
        var options = ReadOptionsParser.list(
                Resources.API_CREDENTIALS, Parameters.of(Map.of("filter[q][" + key + "]", value)));
        List<Filter> filters = options.filters();
        assertThat(filters).hasSize(1);
        return filters.getFirst();
    }
}
