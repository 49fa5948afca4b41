package io.keyledger.command.eventstore;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the events are kept.
 *
 * @param store    {@code embedded}: a SQLite file in the data directory, one process; {@code postgresql}: several nodes
 * @param url      JDBC address of the PostgreSQL database
 * @param username its user
 * @param password of that user
 */
@ConfigurationProperties("keyledger.events")
public record EventSettings(
        @DefaultValue("embedded") Store store,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {
    public enum Store {
        EMBEDDED,
        POSTGRESQL
    }

    @Override
    public String toString() {
        return "EventSettings[" + store + "]";
    }
}
