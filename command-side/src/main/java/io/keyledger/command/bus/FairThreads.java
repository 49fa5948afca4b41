package io.keyledger.command.bus;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Shares threads among organizations: what waits is begun in turn, one of each, and none has more than three quarters
 * of the threads at once. Within an organization the first come is the first begun.
 */
final class FairThreads {
    private final Executor threads;
    private final int most;
    private final int mostOfOne;
    private final Map<String, Deque<Runnable>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private int workers;

    /**
     * Uses that many threads of the executor.
     *
     * @param most at least 2
     */
    FairThreads(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
        this.mostOfOne = most * 3 / 4;
    }

    <T extends @Nullable Object> Future<T> submit(String organization, Callable<T> work) {
        var task = new FutureTask<>(work);
        if (isWorkerMissing(organization, task)) {
            threads.execute(this::work);
        }
        return task;
    }

    private synchronized boolean isWorkerMissing(String organization, Runnable task) {
        waiting.computeIfAbsent(organization, id -> new ArrayDeque<>()).add(task);
        if (workers == most) {
            return false;
        }
        workers++;
        return true;
    }

    private void work() {
        for (var turn = next(); turn != null; turn = next()) {
            try {
                turn.task().run();
            } finally {
                ended(turn.organization());
            }
        }
    }

    /** The next one whose organization may have another thread; null ends the worker. */
    private synchronized @Nullable Turn next() {
        for (var one : waiting.entrySet()) {
            var organization = one.getKey();
            if (running.getOrDefault(organization, 0) < mostOfOne) {
                var turn = new Turn(organization, one.getValue().remove());
                toTheEnd(organization);
                running.merge(organization, 1, Integer::sum);
                return turn;
            }
        }
        workers--;
        return null;
    }

    private void toTheEnd(String organization) {
        var rest = waiting.remove(organization);
        if (rest != null && !rest.isEmpty()) {
            waiting.put(organization, rest);
        }
    }

    private synchronized void ended(String organization) {
        running.computeIfPresent(organization, (id, count) -> count == 1 ? null : count - 1);
    }

    private record Turn(String organization, Runnable task) {}
}
