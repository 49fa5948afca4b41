package io.keyledger.command.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.upcast.EventSerializer;
import java.io.IOException;
import java.sql.SQLException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The event store over the configured database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventSettings.class)
public class EventStoreSetup {
    /**
     * Milliseconds between two looks for events: one of another node is seen that late at most. A commit of this node
     * makes the streams of this store look at once.
     */
    private static final long FETCH_DELAY = 100;

    private static final int CACHED_EVENTS = 1000;

    @Bean
    EventDatabase eventDatabase(EventSettings settings, DataDirectory directory) throws IOException, SQLException {
        var database = switch (settings.store()) {
            case EMBEDDED -> EmbeddedStore.open(directory);
            case POSTGRESQL -> PostgresStore.open(settings);
        };
        FormerLedger.refuse(database);
        return database;
    }

    @Bean
    UseTables useTables(EventSettings settings, DataDirectory directory, EventDatabase events)
            throws IOException, SQLException {
        return new UseTables(
                switch (settings.store()) {
                    case EMBEDDED -> EmbeddedStore.openUses(directory);
                    case POSTGRESQL -> PostgresStore.openUses(settings); // the event database makes the tables
                });
    }

    /** A bean for the metrics of pools; the database closes it. */
    @Bean(defaultCandidate = false, destroyMethod = "")
    HikariDataSource eventReaders(EventDatabase database) {
        return database.readers();
    }

    @Bean
    LedgerTransactions ledgerTransactions(EventDatabase database) {
        return new LedgerTransactions(database.writer(), database.readers());
    }

    /** For the tables beside the events; joins the unit of work's transaction when there is one. */
    @Bean
    JdbcClient ledgerTables(LedgerTransactions transactions) {
        return JdbcClient.create(new LedgerDataSource(transactions));
    }

    @Bean
    PersistenceExceptionResolver duplicateKeys() {
        return new DuplicateKeys();
    }

    /** Named like Axon's own, which it replaces; the tokens of processors are still stored by the general one. */
    @Bean(defaultCandidate = false)
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return EventSerializer.ofPublishedEvents();
    }

    @Bean
    EventStorageEngine eventStorage(
            LedgerTransactions transactions,
            PersistenceExceptionResolver duplicates,
            @Qualifier("eventSerializer") Serializer serializer) {
        return LedgerStorage.of(transactions, duplicates, serializer);
    }

    @Bean
    Heartbeat heartbeat(LedgerTransactions transactions, JdbcClient ledgerTables) {
        return new Heartbeat(transactions, ledgerTables);
    }

    @Bean
    TableRebuild tableRebuild(EventStorageEngine storage, LedgerTransactions transactions) {
        return new TableRebuild(storage, transactions);
    }

    /** Named like Axon's own, which it replaces. */
    @Bean("eventBus")
    @Qualifier("eventStore")
    EmbeddedEventStore eventStore(EventStorageEngine storage, LedgerMeters meters) {
        var store = eventStore(storage, FETCH_DELAY);
        store.subscribe(meters::appending);
        return store;
    }

    @Bean
    AppendedStreams appendedStreams(EmbeddedEventStore eventBus, LedgerTransactions transactions) {
        return new AppendedStreams(eventBus, transactions);
    }

    static EmbeddedEventStore eventStore(EventStorageEngine storage, long fetchDelay) {
        return EmbeddedEventStore.builder()
                .storageEngine(storage)
                .fetchDelay(fetchDelay)
                .cachedEvents(CACHED_EVENTS)
                .build();
    }
}
