package io.keyledger.view.follow;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets threads wait for a condition, which is checked whenever a follower of this node advances. */
public final class Progress {
    /** Followers of other nodes do not notify this one: the condition is checked at this interval, too. */
    private static final long LOOK_MILLIS = 2;

    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();

    /** To be called by every follower of this node after each step, when its new position is visible. */
    public void advanced() {
        for (var waiter : waiters) {
            if (waiter.isDone()) {
                waiter.done().countDown();
            }
        }
    }

    /** Waits until the condition holds; false when it does not in that time. */
    boolean await(BooleanSupplier condition, Duration longest) {
        if (condition.getAsBoolean()) {
            return true;
        }
        var waiter = new Waiter(condition, new CountDownLatch(1));
        waiters.add(waiter);
        try {
            return waiter.await(System.nanoTime() + longest.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiters.remove(waiter);
        }
    }

    private record Waiter(BooleanSupplier condition, CountDownLatch done) {
        boolean isDone() {
            return condition.getAsBoolean();
        }

        boolean await(long deadline) throws InterruptedException {
            while (!done.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (isDone()) {
                    return true;
                }
                if (System.nanoTime() > deadline) {
                    return false;
                }
            }
            return true;
        }
    }
}
