package io.keyledger.command.reaction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;

/** One clock for all nodes of a test, which stands still until it is moved; events are stamped by it. */
class SimulatedTime {
    private static final Ticking CLOCK = new Ticking();

    @Bean
    @Primary
    @DependsOn("clock")
    Clock simulatedClock() {
        GenericEventMessage.clock = CLOCK;
        return CLOCK;
    }

    static Instant now() {
        return CLOCK.now;
    }

    static void set(Instant instant) {
        CLOCK.now = instant;
    }

    static void advance(Duration duration) {
        CLOCK.now = CLOCK.now.plus(duration);
    }

    private static final class Ticking extends Clock {
        private volatile Instant now = Instant.EPOCH;

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
