package io.keyledger.kernel.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreeFormTest {
    @Test
    void takesWhatIsAtEveryBound() {
        assertThat(rule(text(FreeForm.MOST_BYTES))).isEqualTo("none");
        assertThat(rule(members(64))).isEqualTo("none");
        assertThat(rule(Map.of("a", members(31), "b", members(31)))).isEqualTo("none");
        assertThat(rule(nested(8))).isEqualTo("none");
        assertThat(rule(Map.of("k".repeat(100), 1))).isEqualTo("none");
        assertThat(rule(Map.of("\uD83D\uDD11".repeat(100), 1))).isEqualTo("none");
        assertThat(rule(Collections.singletonMap("a", null))).isEqualTo("none");
    }

    @Test
    void refusesOneMoreThanEveryBound() {
        assertThat(rule(text(FreeForm.MOST_BYTES + 1))).isEqualTo("too_long 16384");
        assertThat(rule(members(65))).isEqualTo("too_many 64");
        assertThat(rule(Map.of("a", members(31), "b", members(32)))).isEqualTo("too_many 64");
        assertThat(rule(Map.of(
                        "a",
                        IntStream.range(0, 64).mapToObj(i -> Map.of("b", i)).toList())))
                .isEqualTo("too_many 64");
        assertThat(rule(nested(9))).isEqualTo("too_deep 8");
        assertThat(rule(Map.of("a", lists(8)))).isEqualTo("too_deep 8");
        assertThat(rule(Map.of("k".repeat(101), 1))).isEqualTo("too_long 100");
        assertThat(rule(Map.of("a", List.of(Map.of("k".repeat(101), 1))))).isEqualTo("too_long 100");
    }

    /** Four bytes each, of one character. */
    @Test
    void countsBytesOfTheWholeAndNotCharacters() {
        assertThat(rule(Map.of("a", "\uD83D\uDD11".repeat(4096)))).isEqualTo("too_long 16384");
        assertThat(rule(Map.of("a", "k".repeat(4096)))).isEqualTo("none");
        assertThat(rule(Map.of("a", IntStream.range(0, 5000).boxed().toList()))).isEqualTo("too_long 16384");
    }

    @Test
    void namesTheAttribute() {
        assertThatThrownBy(() -> FreeForm.require("config", members(65)))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.refusals())
                                .extracting(Refusal::field)
                                .containsExactly("config"));
        FreeForm.require("config", members(64));
        FreeForm.require("config", null);
    }

    private static String rule(Map<?, ?> object) {
        var fault = FreeForm.fault("metadata", object);
        return fault == null ? "none" : fault.rule() + " " + fault.meta().get("count");
    }

    /** So many bytes as JSON. */
    private static Map<String, Object> text(int bytes) {
        return Map.of("a", "x".repeat(bytes - "{\"a\":\"\"}".length()));
    }

    private static Map<String, Object> members(int count) {
        var object = new HashMap<String, Object>();
        IntStream.range(0, count).forEach(i -> object.put("m" + i, i));
        return object;
    }

    private static Map<String, Object> nested(int levels) {
        Map<String, Object> object = Map.of("a", 1);
        for (int i = 1; i < levels; i++) {
            object = Map.of("a", object);
        }
        return object;
    }

    private static List<Object> lists(int levels) {
        List<Object> list = new ArrayList<>();
        for (int i = 1; i < levels; i++) {
            list = List.of(list);
        }
        return list;
    }
}
