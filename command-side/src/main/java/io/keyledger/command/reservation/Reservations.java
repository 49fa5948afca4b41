package io.keyledger.command.reservation;

import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The values that are taken. Read before a decision; a race is decided by the primary key, in the event's transaction.
 */
@Component
public class Reservations {
    private final JdbcClient tables;
    private final PersistenceExceptionResolver duplicates;

    Reservations(JdbcClient tables, PersistenceExceptionResolver duplicates) {
        this.tables = tables;
        this.duplicates = duplicates;
    }

    /**
     * Whether the value is taken; e-mail addresses through {@link Scope#email}, memberships through {@link
     * Scope#member}.
     */
    public boolean taken(Scope scope, String value) {
        return owner(scope, value) != null;
    }

    /** The id of the owner of the value; null when it is free. */
    public @Nullable String owner(Scope scope, String value) {
        return tables.sql("SELECT owner FROM reservations WHERE scope = ? AND value = ?")
                .params(scope.stored(), value)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    boolean areEmpty() {
        return tables.sql("SELECT 1 FROM reservations LIMIT 1")
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    void take(Scope scope, String value, String owner) {
        try {
            tables.sql("INSERT INTO reservations (scope, value, owner) VALUES (?, ?, ?)")
                    .params(scope.stored(), value, owner)
                    .update();
        } catch (DataAccessException e) {
            throw duplicates.isDuplicateKeyViolation(e) ? taken(scope) : e;
        }
    }

    void release(Scope scope, String owner) {
        tables.sql("DELETE FROM reservations WHERE scope = ? AND owner = ?")
                .params(scope.stored(), owner)
                .update();
    }

    private static RuleViolation taken(Scope scope) {
        return new RuleViolation(Refusal.ofField(scope.field(), "taken", "has already been taken"));
    }
}
