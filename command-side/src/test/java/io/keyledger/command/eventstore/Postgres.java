package io.keyledger.command.eventstore;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL server for all tests of this JVM, with a database for each test that asks. */
public final class Postgres {
    private static final AtomicInteger databases = new AtomicInteger();
    private static final EmbeddedPostgres server = start();

    private Postgres() {}

    static EventSettings freshDatabase() throws SQLException {
        var name = "ledger" + databases.incrementAndGet();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new EventSettings(
                EventSettings.Store.POSTGRESQL, server.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    /** A fresh database as settings of a started ledger. */
    public static String[] freshSettings() throws SQLException {
        var settings = freshDatabase();
        return new String[] {
            "keyledger.events.store=postgresql",
            "keyledger.events.url=" + settings.url(),
            "keyledger.events.username=" + settings.username(),
            "keyledger.events.password=" + settings.password()
        };
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
