package io.keyledger.command.eventstore;

import io.keyledger.kernel.StartRefused;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger whose events are stored under class names, as builds before the first release stored them. */
final class FormerLedger {
    private static final String PACKAGE = "io.keyledger.";

    private FormerLedger() {}

    /** Checks only the first event: no build has written into a ledger of the other form. */
    static void refuse(EventDatabase database) throws SQLException {
        var first = JdbcClient.create(database.readers())
                .sql("SELECT payload_type FROM events ORDER BY position LIMIT 1")
                .query(String.class)
                .optional();
        if (first.isPresent() && first.get().startsWith(PACKAGE)) {
            database.close();
            throw new StartRefused(
                    "its events were stored by a build before the first release, under the names of their"
                            + " classes (" + first.get() + "), which no release reads: use that build, or an empty data"
                            + " directory or database.");
        }
    }
}
