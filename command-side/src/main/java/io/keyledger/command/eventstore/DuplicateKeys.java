package io.keyledger.command.eventstore;

import java.sql.SQLException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Recognizes a duplicate key by the error codes of SQLite and PostgreSQL. */
final class DuplicateKeys implements PersistenceExceptionResolver {
    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && (says(e) || says(e.getNextException()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(@Nullable SQLException e) {
        return switch (e) {
            case null -> false;
            case SQLiteException sqlite ->
                sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                        || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY;
            default -> UNIQUE_VIOLATION.equals(e.getSQLState());
        };
    }
}
