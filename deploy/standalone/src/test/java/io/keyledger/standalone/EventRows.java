package io.keyledger.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Changes the table of events, as an attacker with all rights on the database would. */
final class EventRows implements AutoCloseable {
    /** The prefix of the names of the apps whose registrations are tampered with; a digit follows. */
    static final String NAME = "Tampered ";

    private final Connection connection;

    private EventRows(Connection connection) {
        this.connection = connection;
    }

    static EventRows of(String url) throws SQLException {
        return new EventRows(DriverManager.getConnection(url, "postgres", "postgres"));
    }

    /** Ways to change stored events, with the first app whose entry changes by it. */
    enum Tampering {
        A_CHANGED_BYTE(2),
        A_DELETED_ROW(3),
        TWO_ROWS_SWAPPED(1);

        private final int first;

        Tampering(int first) {
            this.first = first;
        }

        int first() {
            return first;
        }
    }

    void change(Tampering tampering) throws SQLException {
        switch (tampering) {
            case A_CHANGED_BYTE -> put(registration(2), payload(registration(2)).replace(NAME + 2, NAME + 9));
            case A_DELETED_ROW -> update("DELETE FROM events WHERE position = " + registration(3));
            case TWO_ROWS_SWAPPED -> swap(registration(1), registration(4));
        }
    }

    /** Copies the table. */
    void keep() throws SQLException {
        update("CREATE TABLE kept AS SELECT * FROM events");
    }

    /** Restores the table from the copy. */
    void putBack() throws SQLException {
        update("DELETE FROM events");
        update(insert("*", "kept"));
        update("DROP TABLE kept");
    }

    /** Where the event stands that registered the app. */
    private long registration(int app) throws SQLException {
        for (var position : positions()) {
            if (payload(position).contains(NAME + app)) {
                return position;
            }
        }
        throw new AssertionError("no event registered " + NAME + app);
    }

    private List<Long> positions() throws SQLException {
        var positions = new ArrayList<Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT position FROM events ORDER BY position")) {
            while (rows.next()) {
                positions.add(rows.getLong(1));
            }
        }
        return positions;
    }

    private String payload(long position) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT payload FROM events WHERE position = ?")) {
            statement.setLong(1, position);
            try (var row = statement.executeQuery()) {
                row.next();
                return new String(row.getBytes(1), UTF_8);
            }
        }
    }

    private void put(long position, String payload) throws SQLException {
        try (var statement = connection.prepareStatement("UPDATE events SET payload = ? WHERE position = ?")) {
            statement.setBytes(1, payload.getBytes(UTF_8));
            statement.setLong(2, position);
            statement.executeUpdate();
        }
    }

    /** Swaps the rows at two positions. */
    private void swap(long one, long other) throws SQLException {
        var both = " IN (" + one + ", " + other + ")";
        update("CREATE TABLE swapped AS SELECT * FROM events WHERE position" + both);
        update("DELETE FROM events WHERE position" + both);
        update(insert(
                (one + other) + " - position, event_id, aggregate_id, sequence, aggregate_type, occurred_at,"
                        + " payload_type, payload_revision, payload, metadata",
                "swapped"));
        update("DROP TABLE swapped");
    }

    /** PostgreSQL numbers the rows itself unless it is told not to. */
    private String insert(String columns, String from) throws SQLException {
        var isPostgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        return "INSERT INTO events " + (isPostgres ? "OVERRIDING SYSTEM VALUE " : "") + "SELECT " + columns + " FROM "
                + from;
    }

    private void update(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
