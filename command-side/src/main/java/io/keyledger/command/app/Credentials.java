package io.keyledger.command.app;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.RevokeToken;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** What proves that a client is the app: its secrets, and the tokens that ended early. Open for system apps too. */
class Credentials {
    private static final int MAX_LIVE_SECRETS = 10;

    private final Map<String, Instant> secretEnds = new HashMap<>();
    private final Map<String, Instant> revokedTokens = new HashMap<>();

    @CommandHandler
    void handle(AddClientSecret command, Clock clock) {
        var secret = command.secret();
        if (secretEnds.containsKey(secret.id().value())) {
            return; // a retry: already recorded
        }
        var now = clock.instant();
        if (secretEnds.values().stream().filter(now::isBefore).count() >= MAX_LIVE_SECRETS) {
            throw limitReached();
        }
        apply(new ClientSecretAdded(
                command.appId().value(),
                secret.id().value(),
                command.name(),
                secret.hint(),
                secret.verifier(),
                secret.pepperId(),
                command.duration().name(),
                command.duration().endOf(now)));
    }

    @CommandHandler
    void handle(RevokeToken command) {
        if (!revokedTokens.containsKey(command.tokenId())) {
            apply(new TokenRevoked(command.appId().value(), command.tokenId(), command.expiresAt()));
        }
    }

    @EventSourcingHandler
    void on(ClientSecretAdded event) {
        secretEnds.put(event.secretId(), event.expiresAt());
    }

    @EventSourcingHandler
    void on(TokenRevoked event, @Timestamp Instant at) {
        revokedTokens.values().removeIf(at::isAfter);
        revokedTokens.put(event.tokenId(), event.expiresAt());
    }

    private static RuleViolation limitReached() {
        return new RuleViolation(new Refusal(
                ErrorCode.VALIDATION_ERROR,
                "at most " + MAX_LIVE_SECRETS + " client secrets of an app are live at once",
                "client_secrets",
                "less_than_or_equal_to",
                Map.of("count", MAX_LIVE_SECRETS)));
    }
}
