package io.keyledger.http.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One tenant's requests wait for each other, and for nobody else. */
class TenantShareTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void answersNoMoreThanItsShareAtOnce() throws InterruptedException {
        var share = new TenantShare(2, SHORT);
        var first = share.take("one");
        var second = share.take("one");

        assertThat(share.take("one")).isNull();
        assertThat(share.take("other")).isNotNull();
        Objects.requireNonNull(first).close();
        assertThat(share.take("one")).isNotNull();
        assertThat(second).isNotNull();
    }

    @Test
    void givesATurnBackOnce() throws InterruptedException {
        var share = new TenantShare(1, SHORT);
        var turn = Objects.requireNonNull(share.take("one"));
        turn.close();
        turn.close();

        assertThat(share.take("one")).isNotNull();
        assertThat(share.take("one")).isNull();
    }

    @Test
    void refusesAtOnceWhenTooManyWait() throws InterruptedException {
        var share = new TenantShare(1, LONG);
        var held = Objects.requireNonNull(share.take("one"));
        var answered = new AtomicInteger();
        var waiting = new ArrayList<Thread>();
        for (int i = 0; i < 100; i++) {
            waiting.add(Thread.ofVirtual().start(() -> take(share, answered)));
        }
        for (var thread : waiting) {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }

        assertThat(share.take("one")).isNull();
        held.close();
        for (var thread : waiting) {
            thread.join();
        }
        assertThat(answered).hasValue(100);
    }

    @Test
    void forgetsWhoeverAsksNoMore() throws InterruptedException {
        var share = new TenantShare(2, SHORT);
        var start = new CountDownLatch(1);
        var readers = new ArrayList<Thread>();
        for (var caller : List.of("one", "other", "one", "one", "third", "other")) {
            readers.add(Thread.ofVirtual().start(() -> {
                await(start);
                take(share, new AtomicInteger(), caller);
            }));
        }
        start.countDown();
        for (var reader : readers) {
            reader.join();
        }

        assertThat(share.size()).isZero();
    }

    @Test
    void forgetsWhoeverIsInterruptedAsTheyWait() throws InterruptedException {
        var share = new TenantShare(1, LONG);
        var held = Objects.requireNonNull(share.take("one"));
        var waiting = Thread.ofVirtual()
                .start(() ->
                        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> share.take("one")));
        waiting.interrupt();
        waiting.join();
        held.close();

        assertThat(share.size()).isZero();
    }

    private static void take(TenantShare share, AtomicInteger answered) {
        take(share, answered, "one");
    }

    private static void take(TenantShare share, AtomicInteger answered, String caller) {
        try (var turn = share.take(caller)) {
            if (turn != null) {
                answered.incrementAndGet();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
