package io.keyledger.authorization.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LimitTest {
    private final Hands clock = new Hands();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Limit limit = new Limit(3, Duration.ofMinutes(1), clock, refusals::incrementAndGet);

    @Test
    void letsAsManyPassAsItSays() {
        assertThat(limit.take("a")).isEqualTo(new LimitDecision(true, 3, 60, 2, 0));
        assertThat(limit.take("a")).isEqualTo(new LimitDecision(true, 3, 60, 1, 0));
        assertThat(limit.take("a")).isEqualTo(new LimitDecision(true, 3, 60, 0, 0));
        assertThat(limit.take("a").allowed()).isFalse();
        assertThat(refusals).hasValue(1);
    }

    @Test
    void countsEachKeyForItself() {
        take(4, "a");

        assertThat(limit.take("b").allowed()).isTrue();
    }

    @Test
    void saysWhenTheNextMayPassAndMeansIt() {
        take(3, "a");
        var wait = limit.take("a").retryAfter();
        assertThat(wait).isBetween(1L, 21L);

        clock.now = clock.now.plusSeconds(wait);

        assertThat(limit.take("a").allowed()).isTrue();
    }

    @Test
    void isFullAgainAfterAnInterval() {
        take(4, "a");

        clock.now = clock.now.plusSeconds(60);

        assertThat(limit.take("a").remaining()).isEqualTo(2);
    }

    private void take(int times, String key) {
        for (int i = 0; i < times; i++) {
            limit.take(key);
        }
    }

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
