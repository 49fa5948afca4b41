package io.keyledger.view.follow;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs periodic tasks on daemon threads. The JDK's own executor silently never runs a task again that has thrown
 * anything, an Error too; here the failure is told and counted, and the task runs the next time.
 */
final class GuardedTimer extends ScheduledThreadPoolExecutor {
    private static final Logger log = LoggerFactory.getLogger(GuardedTimer.class);

    private final FollowerFailures failures;

    GuardedTimer(int threads, FollowerFailures failures) {
        super(threads, Thread.ofPlatform().name("views-", 0).daemon().factory());
        this.failures = failures;
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
        return super.scheduleWithFixedDelay(() -> guarded(task), first, delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long first, long period, TimeUnit unit) {
        return super.scheduleAtFixedRate(() -> guarded(task), first, period, unit);
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            failures.count("timer");
            log.warn("A periodic task failed; it runs again: {}", ReadEvent.reason(e));
        }
    }
}
