package io.keyledger.query.token.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrialsTest {
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void theFirstIsTheWholeStoryUntilTheWindowEnds() {
        var trials = new Trials();
        trials.add(now, "192.0.2.1");
        assertThat(trials.isDue(now.minus(WINDOW))).isTrue();
        assertThat(trials.take(now).count()).isEqualTo(1);
        for (int i = 0; i < 1000; i++) {
            now = now.plusMillis(100);
            trials.add(now, "192.0.2." + i % 50);
            assertThat(trials.isDue(now.minus(WINDOW))).isFalse();
        }
        now = now.plus(WINDOW);
        assertThat(trials.isDue(now.minus(WINDOW))).isTrue();
        var rest = trials.take(now);
        assertThat(rest.count()).isEqualTo(1000);
        assertThat(rest.addresses()).hasSize(10);
        assertThat(rest.firstAt()).isEqualTo(Instant.parse("2026-03-01T08:00:00.100Z"));
        assertThat(rest.lastAt()).isEqualTo(Instant.parse("2026-03-01T08:01:40Z"));
    }

    @Test
    void isForgottenWhenNothingFollows() {
        var trials = new Trials();
        trials.add(now, "192.0.2.1");
        trials.take(now);
        assertThat(trials.isOver(now.minus(WINDOW))).isFalse();
        assertThat(trials.isOver(now.plusSeconds(1))).isTrue();
    }

    @Test
    void nothingIsLostThatCouldNotBeTold() {
        var trials = new Trials();
        trials.add(now, "192.0.2.1");
        var untold = trials.take(now);
        trials.add(now.plusSeconds(1), "192.0.2.2");
        trials.giveBack(untold);

        var all = trials.take(now.plus(WINDOW));
        assertThat(all.count()).isEqualTo(2);
        assertThat(all.firstAt()).isEqualTo(now);
        assertThat(all.lastAt()).isEqualTo(now.plusSeconds(1));
        assertThat(all.addresses()).containsExactly("192.0.2.1", "192.0.2.2");
    }
}
