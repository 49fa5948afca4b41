package io.keyledger.view.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObjectTextTest {
    @Test
    void writesAShortPathAsItIs() {
        assertThat(ObjectText.paths(Map.of("a", Map.of("b", List.of(1.0)))))
                .containsExactly("{}", "/a{}", "/a/b[]", "/a/b/[]=1");
    }

    @Test
    void findsALongPathByTheSameText() {
        var name = "n".repeat(300);
        var whole = ObjectText.paths(Map.of(name, Map.of("a", 1, "b", "t".repeat(300)), "c", 2));

        assertThat(whole).containsAll(ObjectText.paths(Map.of(name, Map.of("a", 1))));
        assertThat(whole).containsAll(ObjectText.paths(Map.of(name, Map.of("b", "t".repeat(300)))));
        assertThat(whole).doesNotContainAnyElementsOf(List.of("/" + name + "/a=1"));
        assertThat(whole).doesNotContainSequence(ObjectText.paths(Map.of(name, Map.of("a", 2))));
        assertThat(whole.containsAll(ObjectText.paths(Map.of(name, Map.of("a", 2)))))
                .isFalse();
        assertThat(whole.containsAll(ObjectText.paths(Map.of("n".repeat(301), Map.of("a", 1)))))
                .isFalse();
    }

    /** Events from before there were bounds: a name is not repeated with each of the 1900 elements below it. */
    @Test
    void growsWithTheObjectAndNotWithItsNamesTimesItsElements() {
        var elements = IntStream.range(0, 1900).boxed().toList();

        var paths = ObjectText.paths(Map.of("n".repeat(9100), elements));

        assertThat(paths).hasSize(1902);
        assertThat(paths.stream().mapToInt(String::length).sum()).isLessThan(200_000);
    }

    @Test
    void growsWithTheObjectAndNotWithItsDepth() {
        Map<String, Object> object = Map.of("n".repeat(4700), 1);
        for (int level = 1; level < 100; level++) {
            object = Map.of("n".repeat(4700), object);
        }

        assertThat(ObjectText.paths(object))
                .hasSize(101)
                .allSatisfy(path -> assertThat(path).hasSizeLessThanOrEqualTo(200));
    }
}
