package io.keyledger.command.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keyledger.kernel.problem.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlapTest {
    @ParameterizedTest
    @CsvSource({"P7D, 604800", "PT0S, 0", "P90D, 7776000", "P12W, 7257600", "PT1H30M, 5400", "P1DT1H, 90000"})
    void readsOverlaps(String text, long seconds) {
        assertThat(Overlap.parse(text).duration()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P90DT1S", "P13W", "P99999999999999999999D", "-PT1S", "PT-1S", "P1M", "P1Y", "7", "", "week"})
    void refusesOverlapsOutOfBounds(String text) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Overlap.parse(text))
                .satisfies(refused ->
                        assertThat(refused.refusals().getFirst().field()).isEqualTo("overlap"));
    }
}
