package io.keyledger.command.reaction;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs {@link ExpiryReaction} once a second, and again at once while more is due than one round takes. */
@Component
class ExpiryTimer implements SmartLifecycle {
    private static final int PAUSE_SECONDS = 1;
    private static final int LONGEST_STOP_MILLIS = 5000;
    private static final Logger log = LoggerFactory.getLogger(ExpiryTimer.class);

    private final ExpiryReaction reaction;
    private @Nullable Round round;

    ExpiryTimer(ExpiryReaction reaction) {
        this.reaction = reaction;
    }

    @Override
    public void start() {
        round = new Round();
        round.thread.start();
    }

    /** Waits for the current round to end, up to five seconds. */
    @Override
    public void stop() {
        if (round != null) {
            round.end();
            round = null;
        }
    }

    @Override
    public boolean isRunning() {
        return round != null;
    }

    private final class Round {
        private final CountDownLatch end = new CountDownLatch(1);
        private final Thread thread =
                Thread.ofPlatform().name("expiry").daemon().unstarted(this::run);

        private void run() {
            try {
                do {
                    while (end.getCount() > 0 && isMore()) {
                        log.debug("More credentials are due than one round takes");
                    }
                } while (!end.await(PAUSE_SECONDS, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean isMore() {
            try {
                return reaction.round();
            } catch (Throwable e) {
                log.warn("The schedule of expiries cannot be read: {}", e.getMessage());
                return false;
            }
        }

        private void end() {
            end.countDown();
            try {
                thread.join(LONGEST_STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
