package io.keyledger.command.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.kernel.StartRefused;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The events in a PostgreSQL database that several nodes share. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "keyledger.events.store", havingValue = "postgresql")
class PostgresStore {
    /** Writers stand in one lane anyway; a waiting one holds a connection. */
    private static final int CONNECTIONS = 16;

    private static final long CONNECT_MILLISECONDS = 5000;

    @Bean(defaultCandidate = false)
    HikariDataSource eventReaders(EventSettings settings) {
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

    @Bean
    Writer writer(@Qualifier("eventReaders") HikariDataSource eventReaders) throws SQLException {
        var writer = new PostgresWriter(eventReaders);
        createSchema(writer);
        return writer;
    }

    /** In the lane of writers, because CREATE IF NOT EXISTS fails when two nodes do it at the same time. */
    private static void createSchema(PostgresWriter writer) throws SQLException {
        var connection = writer.begin();
        Schema.create(connection, "events-postgresql.sql");
        writer.commit(connection);
    }
}
