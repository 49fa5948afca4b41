package io.keyledger.command.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;

/** A database: its writer, and the pool of connections for reads. */
record EventDatabase(Writer writer, HikariDataSource readers) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
        readers.close();
        writer.close();
    }
}
