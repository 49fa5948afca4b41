package io.keyledger.standalone.operation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Checks a store every two seconds, on a thread of its own: the health endpoint never waits for the store, and one that
 * does not answer is reported as down after four seconds.
 */
final class StoreWatch implements HealthIndicator, SmartLifecycle {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final String name;
    private final Runnable question;
    private volatile long answeredAt;
    private volatile @Nullable String failure;
    private volatile @Nullable Thread thread;

    /** @param question returns when the store works, throws otherwise */
    StoreWatch(String name, Runnable question) {
        this.name = name;
        this.question = question;
    }

    @Override
    public Health health() {
        var failed = failure;
        if (failed != null) {
            return Health.down().withDetail("failure", failed).build();
        }
        var silent = Duration.ofNanos(System.nanoTime() - answeredAt);
        return silent.compareTo(PATIENCE) < 0
                ? Health.up().build()
                : Health.down().withDetail("silent_seconds", silent.toSeconds()).build();
    }

    private void watch() {
        try {
            while (thread != null) {
                ask();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the request to stop
        }
    }

    /** Messages of drivers may contain addresses: health shows only the class of the exception. */
    private void ask() {
        try {
            question.run();
            answeredAt = System.nanoTime();
            failure = null;
        } catch (Throwable e) {
            failure = e.getClass().getSimpleName();
        }
    }

    @Override
    public void start() {
        answeredAt = System.nanoTime();
        var fresh = Thread.ofPlatform().name("watch-" + name).daemon().unstarted(this::watch);
        thread = fresh;
        fresh.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
