package io.keyledger.view.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Progress progress = new Progress();
    private final AtomicBoolean shown = new AtomicBoolean();

    @Test
    void doesNotWaitForWhatIsShownAlready() {
        shown.set(true);
        assertThat(progress.await(shown::get, Duration.ZERO)).isTrue();
    }

    @Test
    void wakesWhoeverWaitsWhenAFollowerAdvances() throws Exception {
        var looks = new AtomicInteger();
        var waiting = CompletableFuture.supplyAsync(() -> progress.await(() -> looks.incrementAndGet() > 1, LONG));
        while (looks.get() == 0) {
            Thread.onSpinWait();
        }
        progress.advanced();
        assertThat(waiting.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void seesWhatNobodyAnnounces() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> progress.await(shown::get, LONG));
        shown.set(true);
        assertThat(waiting.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        assertThat(progress.await(shown::get, Duration.ofMillis(20))).isFalse();
    }
}
