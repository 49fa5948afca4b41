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

/** The events in one SQLite file in the data directory, what use records in another, for one process. */
final class EmbeddedStore {
    private static final int READERS = 4;

    private EmbeddedStore() {}

    /** Makes the file (mode 0600) and its tables when they are missing. */
    static EventDatabase open(DataDirectory directory) throws IOException, SQLException {
        return open(directory, "events.db", "events-sqlite.sql", "event-readers");
    }

    /** What use records, in a file of its own: SQLite has one writer for each file. */
    static EventDatabase openUses(DataDirectory directory) throws IOException, SQLException {
        return open(directory, "uses.db", "uses-sqlite.sql", "use-readers");
    }

    private static EventDatabase open(DataDirectory directory, String name, String tables, String readers)
            throws IOException, SQLException {
        var file = PrivateFiles.file(directory.file(name));
        var connection = source(file).getConnection();
        LedgerTables.create(connection, tables);
        return new EventDatabase(new SqliteWriter(connection), readers(file, readers));
    }

    private static HikariDataSource readers(Path file, String name) {
        var pool = new HikariConfig();
        pool.setPoolName(name);
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
