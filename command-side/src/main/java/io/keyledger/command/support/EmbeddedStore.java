package io.keyledger.command.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.kernel.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** The events in one SQLite file in the data directory, for one process. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "keyledger.events.store", havingValue = "embedded", matchIfMissing = true)
class EmbeddedStore {
    private static final int READERS = 4;

    @Bean
    Writer writer(DataDirectory directory) throws IOException, SQLException {
        var connection = source(PrivateFiles.file(directory.file("events.db"))).getConnection();
        Schema.create(connection, "events-sqlite.sql");
        return new SqliteWriter(connection);
    }

    /** Depends on the writer, which makes the file. */
    @Bean(defaultCandidate = false)
    HikariDataSource eventReaders(DataDirectory directory, Writer writer) {
        var pool = new HikariConfig();
        pool.setPoolName("event-readers");
        pool.setDataSource(source(directory.file("events.db")));
        pool.setConnectionInitSql("PRAGMA query_only = ON");
        pool.setMaximumPoolSize(READERS);
        pool.setMinimumIdle(1);
        return new HikariDataSource(pool);
    }

    /** An acknowledged write survives the end of the process and of the power: FULL waits for the disk at each commit. */
    private static DataSource source(Path file) {
        var settings = new SQLiteConfig();
        settings.setJournalMode(JournalMode.WAL);
        settings.setSynchronous(SynchronousMode.FULL);
        settings.setBusyTimeout(5000);
        var source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }
}
