package io.keyledger.command.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FairThreadsTest {
    private static final int MOST = 4;

    private final ExecutorService pool = Executors.newFixedThreadPool(MOST);
    private final FairThreads threads = new FairThreads(pool, MOST);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        pool.shutdownNow();
    }

    @Test
    void beginsAnothersWorkWhileOneWouldTakeEveryThread() throws Exception {
        var slow = slow("greedy", 100);

        assertThat(threads.submit("modest", () -> "done").get(5, TimeUnit.SECONDS))
                .isEqualTo("done");

        end.countDown();
        for (var one : slow) {
            assertThat(one.get(5, TimeUnit.SECONDS)).isEqualTo("slow");
        }
    }

    @Test
    void beginsWhatWaitsInTurn() throws Exception {
        var blocking = slow("blocking", 3);
        var hold = new CountDownLatch(1);
        var held = new CountDownLatch(1);
        var other = threads.submit("other", () -> {
            held.countDown();
            hold.await();
            return "held";
        });
        held.await();
        var begun = Collections.synchronizedList(new ArrayList<String>());
        var all = new ArrayList<Future<Boolean>>();
        for (var name : List.of("a", "a", "a", "b", "c")) {
            all.add(threads.submit(name, () -> begun.add(name)));
        }
        hold.countDown();
        assertThat(other.get(5, TimeUnit.SECONDS)).isEqualTo("held");
        for (var one : all) {
            one.get(5, TimeUnit.SECONDS);
        }

        assertThat(begun).containsExactly("a", "b", "c", "a", "a");
        assertThat(blocking).noneMatch(Future::isDone);
    }

    private List<Future<String>> slow(String name, int times) {
        var all = new ArrayList<Future<String>>();
        for (int i = 0; i < times; i++) {
            all.add(threads.submit(name, () -> {
                end.await();
                return "slow";
            }));
        }
        return all;
    }
}
