package io.keyledger.command.startup;

import io.keyledger.command.bus.CommitClock;
import io.keyledger.command.eventstore.EventSettings;
import io.keyledger.command.eventstore.EventSettings.Store;
import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.PrivateFiles;
import io.keyledger.kernel.Randomness;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock, the randomness and the data directory: one of each per process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventSettings.class)
public class ProcessConfiguration {
    private static final String DATA_DIRECTORY = "${keyledger.data-dir:./data}";

    /**
     * Ticks in milliseconds, as the stores do, so that an instant is the same before and after it is stored. The events of
     * one commit have one moment.
     */
    @Bean
    public Clock clock() {
        var clock = Clock.tickMillis(ZoneOffset.UTC);
        GenericEventMessage.clock = new CommitClock(clock);
        return clock;
    }

    @Bean
    Randomness randomness() {
        return new Randomness();
    }

    /** None where the events are in a database that several processes share. */
    @Bean
    @Nullable
    DirectoryLock directoryLock(@Value(DATA_DIRECTORY) Path path, EventSettings settings) {
        return settings.store() == Store.EMBEDDED ? DirectoryLock.of(PrivateFiles.directory(path)) : null;
    }

    /** Depends on the lock, so that a second process is refused before it opens a file. */
    @Bean
    DataDirectory dataDirectory(@Value(DATA_DIRECTORY) Path path, Optional<DirectoryLock> lock) {
        return new DataDirectory(PrivateFiles.directory(path));
    }
}
