package io.keyledger.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Attributes that are lists of texts. */
class ListedAttributeTest {
    private static final int LONGEST_WORD = 10;
    private static final ResourceType NOTES = new ResourceType(
            "notes",
            "notes",
            List.of(new Attribute(
                    "tags",
                    Attribute.Type.STRINGS,
                    false,
                    Given.OPTIONAL,
                    true,
                    true,
                    false,
                    false,
                    new Attribute.Rules(null, null, null, LONGEST_WORD, null))),
            List.of());

    @Test
    void readsTheTextsInTheirOrder() {
        assertThat(create("['b','a']").strings("tags")).containsExactly("b", "a");
        assertThat(create("[]").strings("tags")).isEmpty();
        assertThat(create("[]").has("tags")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null                  | /data/attributes/tags   | blank",
                "5                     | /data/attributes/tags   | invalid",
                "{'a':1}               | /data/attributes/tags   | invalid",
                "['a','b','a']         | /data/attributes/tags   | taken",
                "['a',1]               | /data/attributes/tags/1 | invalid",
                "['a',['b']]           | /data/attributes/tags/1 | invalid",
                "['a','b',null]        | /data/attributes/tags/2 | invalid",
                "[' ']                 | /data/attributes/tags/0 | blank",
                "['a\\u0007']          | /data/attributes/tags/0 | invalid",
                "['a','01234567890']   | /data/attributes/tags/1 | too_long"
            })
    void pointsAtTheElementThatBreaksARule(String value, String pointer, String rule) {
        assertThat(faults(value))
                .singleElement()
                .extracting(Refusal::field, Refusal::rule)
                .containsExactly(pointer, rule);
    }

    @Test
    void takesAHundredTextsAndNoMore() {
        assertThat(create(numbers(Attribute.LONGEST_LIST)).strings("tags")).hasSize(Attribute.LONGEST_LIST);
        assertThat(faults(numbers(Attribute.LONGEST_LIST + 1)))
                .singleElement()
                .extracting(Refusal::rule)
                .isEqualTo("too_long");
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(",", "[", "]"));
    }

    private static List<Refusal> faults(String value) {
        var refused = catchThrowableOfType(InvalidValue.class, () -> create(value));
        return Objects.requireNonNull(refused).refusals();
    }

    private static ResourceInput create(String value) {
        return ResourceInput.forCreate(NOTES, json("{'data':{'type':'notes','attributes':{'tags':" + value + "}}}"));
    }

    private static JsonNode json(String text) {
        return ApiJson.parse(text.replace('\'', '"'));
    }
}
