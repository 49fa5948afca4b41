package io.keyledger.query.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternsTest {
    @ParameterizedTest
    @CsvSource({
        "shop, SHOP, true",
        "shop, my shop, false",
        "%shop, my shop, true",
        "my%, my shop, true",
        "%y%o%, my shop, true",
        "%o%y%, my shop, false",
        "%op%op, op op op, true",
        "%op%op, op, false",
        "a%%b, ab, true",
        "_h%p, shop, true",
        "_p, shop, false",
        "100\\%, 100%, true",
        "100\\%, 100x, false",
        "%, '', true"
    })
    void matchesAsLikeDoes(String pattern, String text, boolean matches) {
        assertThat(matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void aPatternOfManyPercentSignsIsAnsweredAtOnce() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(matches("%a".repeat(100) + "%b", "a".repeat(255)))
                        .isFalse());
    }

    private static boolean matches(String pattern, String text) {
        var expression = Patterns.like(pattern).getPattern();
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
