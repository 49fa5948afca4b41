package io.keyledger.command.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;

/** The database of the events: its writer, which serializes writes, and the pool of connections for reads. */
record EventDatabase(Writer writer, HikariDataSource readers) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
        readers.close();
        writer.close();
    }
}
