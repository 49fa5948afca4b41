package io.keyledger.kernel.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.kernel.expiry.NoticeDays.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeDaysTest {
    private static final Instant END = Instant.parse("2024-03-01T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2021-03-01T00:00:00Z");

    @Test
    void putsTheDaysInOrderAndEachOnce() {
        assertThat(new NoticeDays(List.of(7, 90, 7)).days()).containsExactly(90, 7);
    }

    @Test
    void refusesANoticeAtTheEndItself() {
        assertThatThrownBy(() -> new NoticeDays(List.of(7, 0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsDaysOfTwentyFourHoursThroughALeapDay() {
        assertThat(NoticeDays.DEFAULT.pending(LONG_AGO, END, 7))
                .containsExactly(new Notice(1, Instant.parse("2024-02-29T00:00:00Z")));
    }

    @Test
    void leavesOutWhatWasDueBeforeTheCredentialWasMade() {
        var madeAt = END.minus(Duration.ofDays(30));
        assertThat(NoticeDays.DEFAULT.pending(madeAt, END, null))
                .extracting(Notice::days)
                .containsExactly(14, 7, 1);
        assertThat(NoticeDays.DEFAULT.pending(madeAt.minusMillis(1), END, null))
                .extracting(Notice::days)
                .containsExactly(30, 14, 7, 1);
    }

    @Test
    void goesOnAfterTheLastNoticeGiven() {
        assertThat(NoticeDays.DEFAULT.pending(LONG_AGO, END, 45))
                .extracting(Notice::days)
                .containsExactly(30, 14, 7, 1);
        assertThat(NoticeDays.DEFAULT.pending(LONG_AGO, END, 1)).isEmpty();
    }

    @Test
    void knowsWhenACredentialBeginsToExpire() {
        assertThat(NoticeDays.DEFAULT.longest()).isEqualTo(Duration.ofDays(90));
        assertThat(new NoticeDays(List.of()).longest()).isZero();
    }
}
