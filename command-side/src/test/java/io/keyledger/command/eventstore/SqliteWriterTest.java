package io.keyledger.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SqliteWriterTest {
    @TempDir
    Path directory;

    private Connection other;
    private SqliteWriter writer;

    @BeforeEach
    void open() throws SQLException {
        writer = new SqliteWriter(connect());
        other = connect();
        execute(other, "CREATE TABLE t (value INTEGER NOT NULL)");
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
        other.close();
    }

    @Test
    void showsAUnitToOthersWhenItsCommitReturns() throws SQLException {
        var connection = insert(writer.begin(), 1);
        assertThat(count()).isZero();

        writer.commit(connection);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void leavesTheOthersOfABatchAloneWhenOneIsRolledBack() throws Exception {
        var units = 40;
        try (var threads = Executors.newFixedThreadPool(8)) {
            var done = IntStream.range(0, units)
                    .mapToObj(unit -> threads.submit(() -> {
                        var connection = insert(writer.begin(), unit);
                        if (unit % 4 == 0) {
                            writer.rollback(connection);
                        } else {
                            writer.commit(connection);
                            assertThat(count()).isPositive();
                        }
                        return unit;
                    }))
                    .toList();
            for (var future : done) {
                future.get(30, TimeUnit.SECONDS);
            }
        }

        assertThat(count()).isEqualTo(units * 3 / 4);
    }

    @Test
    void failsEveryUnitOfABatchWhoseTransactionIsLost() throws Exception {
        var connection = insert(writer.begin(), 1);
        var queued = new CompletableFuture<Thread>();
        try (var threads = Executors.newFixedThreadPool(1)) {
            var second = threads.submit(() -> {
                queued.complete(Thread.currentThread());
                var mine = insert(writer.begin(), 2);
                execute(mine, "ROLLBACK"); // as SQLite does by itself when the disk is full
                writer.rollback(mine);
                return 2;
            });
            while (queued.join().getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }

            assertThatThrownBy(() -> writer.commit(connection)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(SQLException.class);
        }
        assertThat(count()).isZero();

        writer.commit(insert(writer.begin(), 3));
        assertThat(count()).isEqualTo(1);
    }

    private Connection connect() throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("t.db"));
        execute(connection, "PRAGMA journal_mode = WAL");
        execute(connection, "PRAGMA busy_timeout = 5000");
        return connection;
    }

    private static Connection insert(Connection connection, int value) throws SQLException {
        execute(connection, "INSERT INTO t VALUES (" + value + ")");
        return connection;
    }

    private int count() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM t")) {
            return rows.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
