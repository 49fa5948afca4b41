package io.keyledger.authorization.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RefusalCounterTest {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void isToldAtOnceAndThenEverLater() {
        var refusals = new RefusalCounter();
        var told = new ArrayList<Long>();
        var first = now;
        for (int second = 0; second < 3600; second++) {
            refusals.add(now, "192.0.2.1");
            if (refusals.isDue(now)) {
                told.add(Duration.between(first, now).toSeconds());
                refusals.take(now);
            }
            now = now.plusSeconds(1);
        }
        assertThat(told).containsExactly(0L, 10L, 30L, 70L, 150L, 310L, 630L, 1230L, 1830L, 2430L, 3030L);
    }

    @Test
    void whatFollowsIsCountedTogether() {
        var refusals = new RefusalCounter();
        refusals.add(now, "192.0.2.1");
        assertThat(refusals.take(now).count()).isEqualTo(1);
        for (int i = 0; i < 1000; i++) {
            now = now.plusMillis(5);
            refusals.add(now, "192.0.2." + i % 50);
            assertThat(refusals.isDue(now)).isFalse();
        }
        now = now.plus(LONGEST);
        assertThat(refusals.isDue(now)).isTrue();
        var rest = refusals.take(now);
        assertThat(rest.count()).isEqualTo(1000);
        assertThat(rest.addresses()).hasSize(10);
        assertThat(rest.firstAt()).isEqualTo(Instant.parse("2026-03-01T08:00:00.005Z"));
        assertThat(rest.lastAt()).isEqualTo(Instant.parse("2026-03-01T08:00:05Z"));
    }

    @Test
    void isForgottenWhenNothingFollows() {
        var refusals = new RefusalCounter();
        refusals.add(now, "192.0.2.1");
        refusals.take(now);
        assertThat(refusals.isOver(now.plusSeconds(1))).isFalse();
        assertThat(refusals.isOver(now.plus(LONGEST))).isTrue();
    }

    @Test
    void nothingIsLostThatCouldNotBeTold() {
        var refusals = new RefusalCounter();
        refusals.add(now, "192.0.2.1");
        var untold = refusals.take(now);
        refusals.add(now.plusSeconds(1), "192.0.2.2");
        refusals.giveBack(untold);

        var all = refusals.take(now.plus(LONGEST));
        assertThat(all.count()).isEqualTo(2);
        assertThat(all.firstAt()).isEqualTo(now);
        assertThat(all.lastAt()).isEqualTo(now.plusSeconds(1));
        assertThat(all.addresses()).containsExactly("192.0.2.1", "192.0.2.2");
    }
}
