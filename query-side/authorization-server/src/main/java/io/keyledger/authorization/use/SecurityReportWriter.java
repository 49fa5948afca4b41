package io.keyledger.authorization.use;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Reports refusals twice a second where they are due, and all the rest at the stop. */
final class SecurityReportWriter implements SmartLifecycle {
    private static final int MILLIS = 500;

    private final SecurityReports reports;
    private final ScheduledExecutorService timer;
    private @Nullable ScheduledFuture<?> telling;

    SecurityReportWriter(SecurityReports reports, ScheduledExecutorService timer) {
        this.reports = reports;
        this.timer = timer;
    }

    @Override
    public void start() {
        telling = timer.scheduleWithFixedDelay(reports::tell, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        if (telling != null) {
            telling.cancel(false);
            telling = null;
            reports.tellAll();
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
