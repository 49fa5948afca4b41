package io.keyledger.command.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** The events in one SQLite file in the data directory, for one process. */
final class EmbeddedStore {
    private static final int READERS = 4;

    private EmbeddedStore() {}

    /** Makes the file (mode 0600) and its tables when they are missing. */
    static EventDatabase open(DataDirectory directory) throws IOException, SQLException {
        var file = PrivateFiles.file(directory.file("events.db"));
        var connection = source(file).getConnection();
        LedgerTables.create(connection, "events-sqlite.sql");
        return new EventDatabase(new SqliteWriter(connection), readers(file));
    }

    private static HikariDataSource readers(Path file) {
        var pool = new HikariConfig();
        pool.setPoolName("event-readers");
        pool.setDataSource(source(file));
        pool.setConnectionInitSql("PRAGMA query_only = ON");
        pool.setMaximumPoolSize(READERS);
        pool.setMinimumIdle(1);
        return new HikariDataSource(pool);
    }

    /**
     * An acknowledged write survives a crash of the process and a power failure: FULL waits for the disk at each
     * commit.
     */
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
