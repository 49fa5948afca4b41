package io.keyledger.command.eventstore;

import io.keyledger.command.bus.Counter;
import io.keyledger.command.startup.DirectoryLock;
import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.published.EventWords;
import io.keyledger.kernel.upcast.EventSerializer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An event store made of the real parts, without Spring around them. */
public final class TestStore implements AutoCloseable {
    public static final Serializer JSON = serializer();

    final LedgerTransactions transactions;
    final EventStorageEngine events;
    final JdbcClient tables;
    private final List<Part> parts;

    private TestStore(EventDatabase database, List<Part> parts) {
        this.parts = parts;
        transactions = new LedgerTransactions(database.writer(), database.readers());
        events = LedgerStorage.of(transactions, new DuplicateKeys(), JSON);
        tables = new EventStoreSetup().ledgerTables(transactions);
    }

    static TestStore sqlite(Path directory) throws IOException, SQLException {
        var lock = DirectoryLock.of(directory);
        var database = EmbeddedStore.open(new DataDirectory(directory));
        return new TestStore(database, List.of(database::close, lock::close));
    }

    /** Every call stands for a node. */
    static TestStore postgres(EventSettings settings) throws SQLException {
        var database = PostgresStore.open(settings);
        return new TestStore(database, List.of(database::close));
    }

    /** Knows the events of {@link Counter} as well. */
    private static Serializer serializer() {
        var words = new HashMap<>(EventWords.all());
        words.put(Counter.Opened.class, "counter.opened");
        words.put(Counter.Increased.class, "counter.increased");
        return EventSerializer.of(words);
    }

    @Override
    public void close() throws IOException, SQLException {
        for (var part : parts) {
            part.close();
        }
    }

    private interface Part {
        void close() throws IOException, SQLException;
    }
}
