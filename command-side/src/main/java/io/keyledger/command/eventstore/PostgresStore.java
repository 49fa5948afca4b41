package io.keyledger.command.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.kernel.StartRefused;
import java.sql.SQLException;

/** The events in a PostgreSQL database that several nodes share. */
final class PostgresStore {
    /** Only one writer is active at a time; each waiting one holds a connection. */
    private static final int CONNECTIONS = 16;

    private static final long CONNECT_MILLISECONDS = 5000;

    private PostgresStore() {}

    /** Connects, and makes the tables when they are missing. */
    static EventDatabase open(EventSettings settings) throws SQLException {
        var pool = pool(settings);
        var writer = new PostgresWriter(pool);
        createSchema(writer);
        return new EventDatabase(writer, pool);
    }

    private static HikariDataSource pool(EventSettings settings) {
        if (settings.url() == null) {
            throw new StartRefused("keyledger.events.store=postgresql needs keyledger.events.url.");
        }
        var pool = new HikariConfig();
        pool.setPoolName("events");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.username());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(CONNECTIONS);
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
