package io.keyledger.authorization;

import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.app.ReportRetiredSecret;
import io.keyledger.kernel.app.RetiredSecretUsed;
import io.keyledger.kernel.app.RevokeToken;
import io.keyledger.kernel.app.RevokeTokens;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.kernel.assertion.UsedAssertions;
import io.keyledger.kernel.audit.UntoldRefusals;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.secret.Pepper;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** A node with the token side alone. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"io.keyledger.authorization", "io.keyledger.view"})
class TestNode {
    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    Randomness randomness() {
        return new Randomness();
    }

    @Bean
    DataDirectory dataDirectory() throws IOException {
        return new DataDirectory(Files.createTempDirectory("keyledger-token"));
    }

    @Bean
    Pepper pepper(Randomness randomness) {
        return new Pepper("new", Map.of("new", randomness.bytes(32), "old", randomness.bytes(32)));
    }

    @Bean
    Kinds kinds() {
        return Kinds.shipped();
    }

    @Bean
    EventStorageEngine eventStorageEngine() {
        return new InMemoryEventStorageEngine();
    }

    /** The real one is the command side's. */
    @Bean
    UsedAssertions usedAssertions() {
        var used = ConcurrentHashMap.<String>newKeySet();
        return (id, endsAt) -> used.add(id);
    }

    /** The real one is the command side's. */
    @Bean
    UntoldRefusals untoldRefusals() {
        return new UntoldRefusals() {
            @Override
            public void keep(String node, Instant at, List<String> kept) {
                // nothing crashes here
            }

            @Override
            public List<String> takeOver(Instant since) {
                return List.of();
            }
        };
    }

    @Bean
    Ledger ledger(EventStore events, Pepper pepper, TestClock clock, Randomness randomness) {
        return new Ledger(events, pepper, clock, randomness);
    }

    @Bean
    AppsOfTheWritingSide appsOfTheWritingSide(Ledger ledger) {
        return new AppsOfTheWritingSide(ledger);
    }

    /** The stream of the reports of that secret. */
    static String retiredSecret(String secretId) {
        return "retired_secret/" + secretId;
    }

    /** Stands where the command side is in a real deployment. */
    static final class AppsOfTheWritingSide {
        private final Ledger ledger;

        AppsOfTheWritingSide(Ledger ledger) {
            this.ledger = ledger;
        }

        @CommandHandler
        void handle(RevokeToken command) {
            var appId = command.appId().value();
            ledger.record(
                    "token/" + command.tokenId(), new TokenRevoked(appId, command.tokenId(), command.expiresAt()));
        }

        @CommandHandler
        void handle(RevokeTokens command) {
            var appId = command.appId().value();
            ledger.record(appId, new TokensRevoked(appId));
        }

        /** Takes every report: limiting their number is up to the sender. */
        @CommandHandler
        void handle(ReportRetiredSecret command) {
            var appId = command.appId().value();
            var secretId = command.secretId().value();
            ledger.record(retiredSecret(secretId), new RetiredSecretUsed(appId, secretId, command.usedAt()));
        }
    }
}
