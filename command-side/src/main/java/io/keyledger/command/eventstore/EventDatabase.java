package io.keyledger.command.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;

/** The database of the events: the one lane of its writers, and the connections of everybody who reads. */
record EventDatabase(Writer writer, HikariDataSource readers) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
        readers.close();
        writer.close();
    }
}
