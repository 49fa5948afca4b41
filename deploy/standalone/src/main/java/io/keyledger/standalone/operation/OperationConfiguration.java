package io.keyledger.standalone.operation;

import io.keyledger.authorization.directory.Directory;
import io.keyledger.authorization.key.SigningKeys;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.eventstore.Heartbeat;
import io.keyledger.command.reservation.Reservations;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.kernel.DataDirectory;
import io.keyledger.view.follow.Lags;
import io.keyledger.view.follow.Rebuilds;
import io.keyledger.view.store.ViewsDatabase;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health of the stores of the directory and of the signing keys, which decide whether the node is ready, and of the views, which does not. */
@Configuration(proxyBeanMethods = false)
class OperationConfiguration {
    @Bean
    StoreWatch eventsHealthIndicator(Heartbeat heartbeat) {
        return new StoreWatch("events", heartbeat::beat);
    }

    @Bean
    StoreWatch viewsHealthIndicator(ViewsDatabase views) {
        return new StoreWatch(
                "views", () -> views.database().listCollectionNames().first());
    }

    @Bean
    HealthIndicator directoryHealthIndicator(Directory directory) {
        return new DirectoryHealth(directory);
    }

    @Bean
    HealthIndicator signingHealthIndicator(SigningKeys keys) {
        return new SigningHealth(keys);
    }

    @Bean
    HealthIndicator lagHealthIndicator(Lags lags, Rebuilds rebuilds) {
        return new LagHealth(lags, rebuilds);
    }

    @Bean
    HealthIndicator setAsideHealthIndicator(Rebuilds rebuilds) {
        return new SetAsideHealth(rebuilds);
    }

    @Bean
    MeterBinder storeSizes(DataDirectory directory) {
        return new StoreSizes(directory);
    }

    @Bean
    MeterBinder lagMeters(Lags lags) {
        return new LagMeters(lags);
    }

    @Bean
    MeterBinder rebuildMeters(Rebuilds rebuilds) {
        return new RebuildMeters(rebuilds);
    }

    @Bean
    UsersEndpoint usersEndpoint(Commands commands, Reservations reservations, ResourceAnswers answers) {
        return new UsersEndpoint(commands, reservations, answers);
    }

    @Bean
    ViewsEndpoint viewsEndpoint(Rebuilds rebuilds, Lags lags) {
        return new ViewsEndpoint(rebuilds, lags);
    }
}
