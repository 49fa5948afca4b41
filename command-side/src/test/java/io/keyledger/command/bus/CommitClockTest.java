package io.keyledger.command.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class CommitClockTest {
    private final AtomicLong millis = new AtomicLong();
    private final InstantSource ticking = () -> Instant.ofEpochMilli(millis.incrementAndGet());
    private final Clock clock = new CommitClock(ticking.withZone(ZoneOffset.UTC));

    @Test
    void givesOneMomentToACommitAndToTheCommitsInIt() {
        var outer = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("outer"));
        var first = clock.instant();
        var inner = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("inner"));
        assertThat(clock.instant()).isEqualTo(first);
        inner.commit();
        assertThat(clock.instant()).isEqualTo(first);
        outer.commit();

        assertThat(clock.instant()).isAfter(first);
    }

    @Test
    void givesAnotherMomentToTheNextCommit() {
        var one = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("one"));
        var first = clock.instant();
        one.commit();
        var two = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("two"));
        var second = clock.instant();
        two.commit();

        assertThat(second).isAfter(first);
    }

    @Test
    void goesOnOutsideOfCommits() {
        assertThat(clock.instant()).isBefore(clock.instant());
    }
}
