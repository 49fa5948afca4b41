package io.keyledger.command.support;

import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The event store over whichever database is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventSettings.class)
class EventStoreSetup {
    @Bean
    LedgerTransactions ledgerTransactions(Writer writer, @Qualifier("eventReaders") HikariDataSource readers) {
        return new LedgerTransactions(writer, readers);
    }

    /** The tables beside the events: in a unit of work's transaction when there is one. */
    @Bean
    JdbcClient ledgerTables(LedgerTransactions transactions) {
        return JdbcClient.create(new LedgerDataSource(transactions));
    }

    @Bean
    PersistenceExceptionResolver duplicateKeys() {
        return new DuplicateKeys();
    }

    @Bean
    EventStorageEngine eventStorage(
            LedgerTransactions transactions,
            PersistenceExceptionResolver duplicates,
            @Qualifier("eventSerializer") Serializer serializer,
            org.axonframework.config.Configuration axon) {
        return LedgerStorage.of(transactions, duplicates, serializer, axon.upcasterChain());
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
        var store = WakingEventStore.over(storage);
        store.onAppended(meters::appended);
        return store;
    }
}
