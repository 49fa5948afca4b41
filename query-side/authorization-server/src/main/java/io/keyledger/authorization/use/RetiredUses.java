package io.keyledger.authorization.use;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.http.trace.LogContext;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.ReportRetiredSecret;
import io.keyledger.kernel.app.SecretId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports that a secret with a successor is still presented: on a thread of its own, so that the request does not wait,
 * and at most once an hour for each secret. The app decides which uses become events.
 */
public final class RetiredUses {
    private static final Duration QUIET = Duration.ofHours(1);
    private static final int TIMEOUT_SECONDS = 5;
    private static final int SWEEP_ABOVE = 10_000;
    private static final Logger log = LoggerFactory.getLogger(RetiredUses.class);

    private final CommandGateway commands;
    private final Clock clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    RetiredUses(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * The secret was presented now.
     *
     * @param address remote address of the request
     */
    public void used(AppEntry client, String secretId, String address) {
        var now = clock.instant();
        if (isNews(secretId, now)) {
            Thread.ofVirtual()
                    .name("retired-secret-use")
                    .start(LogContext.carried(() -> tell(client, secretId, address, now)));
        }
    }

    private boolean isNews(String secretId, Instant now) {
        var last = told.get(secretId);
        if (last == null) {
            sweep(now);
            return told.putIfAbsent(secretId, now) == null;
        }
        return !now.isBefore(last.plus(QUIET)) && told.replace(secretId, last, now);
    }

    private void sweep(Instant now) {
        if (told.size() > SWEEP_ABOVE) {
            told.values().removeIf(at -> !now.isBefore(at.plus(QUIET)));
        }
    }

    private void tell(AppEntry client, String secretId, String address, Instant now) {
        try {
            var command = new ReportRetiredSecret(new AppId(client.appId()), new SecretId(secretId), now);
            var metadata = new HashMap<String, Object>(client.asActor());
            metadata.put(MetaKey.IP, address);
            commands.sendAndWait(new GenericCommandMessage<>(command, metadata), TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException e) {
            told.remove(secretId, now);
            log.warn("The use of the retired secret {} could not be recorded: {}", secretId, e.getMessage());
        }
    }
}
