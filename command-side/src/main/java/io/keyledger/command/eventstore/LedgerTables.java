package io.keyledger.command.eventstore;

import java.sql.Connection;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The tables of the event database. */
final class LedgerTables {
    private LedgerTables() {}

    /** Makes what is missing; what is there stays as it is. */
    static void create(Connection connection, String script) {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource(script, LedgerTables.class));
    }
}
