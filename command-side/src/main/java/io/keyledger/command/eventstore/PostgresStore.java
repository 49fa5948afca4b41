package io.keyledger.command.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.kernel.StartRefused;
import java.sql.SQLException;

/** The events in a PostgreSQL database that several nodes share. */
final class PostgresStore {
    /** One for the writer, the others for readers. */
    private static final int CONNECTIONS = 16;

    private static final int USE_CONNECTIONS = 4;

    private static final long CONNECT_MILLISECONDS = 5000;

    private PostgresStore() {}

    /** Connects, and makes the tables when they are missing. */
    static EventDatabase open(EventSettings settings) throws SQLException {
        var pool = pool(settings, "events", CONNECTIONS);
        var writer = PostgresWriter.oneAtATime(pool);
        createSchema(writer);
        return new EventDatabase(writer, pool);
    }

    /** The tables of what use records, whose writers wait neither for others nor for their connections. */
    static EventDatabase openUses(EventSettings settings) {
        var pool = pool(settings, "uses", USE_CONNECTIONS);
        return new EventDatabase(PostgresWriter.manyAtOnce(pool), pool);
    }

    private static HikariDataSource pool(EventSettings settings, String name, int connections) {
        if (settings.url() == null) {
            throw new StartRefused("keyledger.events.store=postgresql needs keyledger.events.url.");
        }
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.username());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(CONNECT_MILLISECONDS);
        return new HikariDataSource(pool);
    }

    /** In a write transaction, because CREATE IF NOT EXISTS fails when two nodes do it at the same time. */
    private static void createSchema(PostgresWriter writer) throws SQLException {
        var connection = writer.begin();
        LedgerTables.create(connection, "events-postgresql.sql");
        writer.commit(connection);
    }
}
