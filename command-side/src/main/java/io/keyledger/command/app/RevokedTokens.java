package io.keyledger.command.app;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.kernel.app.RevokeToken;
import io.keyledger.kernel.app.TokenRevoked;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** The tokens of an app that ended early. Open for system apps too. */
class RevokedTokens {
    private final Map<String, Instant> ends = new HashMap<>();

    @CommandHandler
    void handle(RevokeToken command) {
        if (!ends.containsKey(command.tokenId())) {
            apply(new TokenRevoked(command.appId().value(), command.tokenId(), command.expiresAt()));
        }
    }

    @EventSourcingHandler
    void on(TokenRevoked event, @Timestamp Instant at) {
        ends.values().removeIf(at::isAfter);
        ends.put(event.tokenId(), event.expiresAt());
    }
}
