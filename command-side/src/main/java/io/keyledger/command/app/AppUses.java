package io.keyledger.command.app;

import io.keyledger.command.eventstore.AppendedStreams;
import io.keyledger.kernel.app.AppUseEvent;
import io.keyledger.kernel.app.ReportRetiredSecret;
import io.keyledger.kernel.app.RetiredSecretUsed;
import io.keyledger.kernel.app.RevokeToken;
import io.keyledger.kernel.app.TokenRevoked;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/**
 * Records what the use of apps makes: a stream for each token and each secret, so that no app's history grows by use.
 */
@Component
class AppUses {
    private static final Duration BETWEEN_REPORTS = Duration.ofHours(1);

    private final AppendedStreams streams;

    AppUses(AppendedStreams streams) {
        this.streams = streams;
    }

    /** Allowed for system apps too. A second revocation of the same token records nothing. */
    @CommandHandler
    void handle(RevokeToken command) {
        var revoked = new TokenRevoked(command.appId().value(), command.tokenId(), command.expiresAt());
        streams.append(
                "RevokedToken",
                "token/" + command.tokenId(),
                AppUseEvent.class,
                last -> last.isPresent() ? Optional.empty() : Optional.of(revoked));
    }

    @CommandHandler
    void handle(ReportRetiredSecret command) {
        var used = new RetiredSecretUsed(
                command.appId().value(), command.secretId().value(), command.usedAt());
        streams.append(
                "RetiredSecret",
                "retired_secret/" + command.secretId().value(),
                RetiredSecretUsed.class,
                last -> last.filter(one -> isShortlyAfter(one, command.usedAt()))
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(used));
    }

    private static boolean isShortlyAfter(RetiredSecretUsed last, Instant usedAt) {
        return usedAt.isBefore(last.usedAt().plus(BETWEEN_REPORTS));
    }
}
