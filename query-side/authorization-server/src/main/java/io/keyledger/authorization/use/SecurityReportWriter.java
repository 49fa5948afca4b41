package io.keyledger.authorization.use;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reports refusals twice a second where they are due, and all the rest at the stop; keeps what is not due every three
 * seconds.
 */
final class SecurityReportWriter implements SmartLifecycle {
    private static final int MILLIS = 500;
    private static final int KEEP_EVERY = 6;
    private static final int TAKE_OVER_EVERY = 60;
    private static final Logger log = LoggerFactory.getLogger(SecurityReportWriter.class);

    private final SecurityReports reports;
    private final ScheduledExecutorService timer;
    private @Nullable ScheduledFuture<?> telling;
    private int ticks;

    SecurityReportWriter(SecurityReports reports, ScheduledExecutorService timer) {
        this.reports = reports;
        this.timer = timer;
    }

    @Override
    public void start() {
        telling = timer.scheduleWithFixedDelay(this::tick, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        ticks++;
        attempt(reports::tell);
        if (ticks % KEEP_EVERY == 0) {
            attempt(reports::keep);
        }
        if (ticks % TAKE_OVER_EVERY == 0) {
            attempt(reports::takeOver);
        }
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("What was tried and refused could not be kept: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        if (telling != null) {
            telling.cancel(false);
            telling = null;
            attempt(reports::tellAll);
            attempt(reports::keep);
        }
    }

    @Override
    public boolean isRunning() {
        return telling != null;
    }

    /** Started after the command handlers; stopped before them, and after the last request. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 1;
    }
}
