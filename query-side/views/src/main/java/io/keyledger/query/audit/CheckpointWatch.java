package io.keyledger.query.audit;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/** Signs due checkpoints periodically. */
final class CheckpointWatch implements InitializingBean, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(CheckpointWatch.class);

    private final CheckpointMaker maker;
    private final ScheduledExecutorService timer;
    private final long everyMillis;
    private @Nullable ScheduledFuture<?> looking;

    CheckpointWatch(CheckpointMaker maker, AuditSettings settings, ScheduledExecutorService timer) {
        this.maker = maker;
        this.timer = timer;
        this.everyMillis = settings.look().toMillis();
    }

    @Override
    public void afterPropertiesSet() {
        looking = timer.scheduleWithFixedDelay(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            maker.look();
        } catch (Throwable e) {
            log.warn("Audit logs could not be signed; it is tried again: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() {
        if (looking != null) {
            looking.cancel(false);
        }
    }
}
