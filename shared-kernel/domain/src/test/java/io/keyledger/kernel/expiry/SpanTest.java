package io.keyledger.kernel.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    private static final Instant LEAP_DAY = Instant.parse("2024-02-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "P1Y, 2025-02-28T12:00:00Z, 2023-02-28T12:00:00Z",
        "P1M, 2024-03-29T12:00:00Z, 2024-01-29T12:00:00Z",
        "P2W, 2024-03-14T12:00:00Z, 2024-02-15T12:00:00Z",
        "P1DT12H, 2024-03-02T00:00:00Z, 2024-02-28T00:00:00Z",
        "PT90M, 2024-02-29T13:30:00Z, 2024-02-29T10:30:00Z",
        "P0D, 2024-02-29T12:00:00Z, 2024-02-29T12:00:00Z"
    })
    void goesByTheCalendar(String text, Instant after, Instant before) {
        assertThat(text).matches(Span.PATTERN);
        assertThat(Span.parse(text).after(LEAP_DAY)).isEqualTo(after);
        assertThat(Span.parse(text).before(LEAP_DAY)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "P", "PT", "P1DT", "1D", "P-1D", "p1d", "P1.5D", "P1000Y", "P1H", "PT1D", "P1D ", "P1D2M"})
    void knowsNoOtherForm(String text) {
        assertThat(text).doesNotMatch(Span.PATTERN);
    }
}
