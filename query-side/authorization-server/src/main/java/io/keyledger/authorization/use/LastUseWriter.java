package io.keyledger.authorization.use;

import io.keyledger.view.use.LastUses;
import io.keyledger.view.use.UseFollower;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.lifecycle.Phase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Writes the noted uses to the database every three seconds, and once more at the stop. */
final class LastUseWriter implements SmartLifecycle {
    private static final int SECONDS = 3;
    private static final Logger log = LoggerFactory.getLogger(LastUseWriter.class);

    private final CredentialUses uses;
    private final LastUses database;
    private final List<UseFollower> followers;
    private final ScheduledExecutorService timer;
    private @Nullable ScheduledFuture<?> writing;

    LastUseWriter(CredentialUses uses, LastUses database, List<UseFollower> followers, ScheduledExecutorService timer) {
        this.uses = uses;
        this.database = database;
        this.followers = List.copyOf(followers);
        this.timer = timer;
    }

    @Override
    public void start() {
        writing = timer.scheduleWithFixedDelay(this::write, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        if (writing != null) {
            writing.cancel(false);
            writing = null;
            write();
        }
    }

    @Override
    public boolean isRunning() {
        return writing != null;
    }

    /** Started after the views, stopped before them. */
    @Override
    public int getPhase() {
        return Phase.INBOUND_EVENT_CONNECTORS + 1;
    }

    void write() {
        try {
            var pending = uses.unwritten();
            database.write(pending);
            followers.forEach(follower -> follower.used(pending));
            uses.written(pending);
        } catch (Throwable e) {
            log.warn("The last uses of credentials could not be written; they are tried again: {}", e.getMessage());
        }
    }
}
