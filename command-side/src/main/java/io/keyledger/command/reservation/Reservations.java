package io.keyledger.command.reservation;

import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.RuleViolation;
import java.util.List;
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
    private static final String SHAPE = "shape";

    /** To be raised with every new scope and every new rule of one. */
    private static final String CURRENT = "2";

    private final JdbcClient tables;
    private final PersistenceExceptionResolver duplicates;

    Reservations(JdbcClient tables, PersistenceExceptionResolver duplicates) {
        this.tables = tables;
        this.duplicates = duplicates;
    }

    /**
     * Whether the value is taken; memberships through {@link Scope#invited}.
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

    /** Who is the member by that membership; null when it is pending or has ended. */
    public @Nullable Member memberOf(String membershipId) {
        return tables.sql("SELECT value FROM reservations WHERE scope = ? AND owner = ?")
                .params(Scope.MEMBER.stored(), membershipId)
                .query(String.class)
                .optional()
                .map(Member::of)
                .orElse(null);
    }

    /** The active memberships of a user. */
    public List<Held> memberships(String userId) {
        return ofUser(Scope.MEMBERSHIP_OF_USER, userId);
    }

    /** The personal app of a user; none when it has ended. */
    public List<Held> personalApps(String userId) {
        return ofUser(Scope.PERSONAL_APP, userId);
    }

    private List<Held> ofUser(Scope scope, String userId) {
        return tables
                .sql("SELECT value FROM reservations WHERE scope = ? AND owner = ?")
                .params(scope.stored(), userId)
                .query(String.class)
                .list()
                .stream()
                .map(Held::of)
                .toList();
    }

    /** Whether this build has filled them. */
    boolean areCurrent() {
        return tables.sql("SELECT 1 FROM reservations WHERE scope = ? AND value = ?")
                .params(SHAPE, CURRENT)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Empties them, to be filled with all events by this build. */
    void renew() {
        tables.sql("DELETE FROM reservations").update();
        tables.sql("INSERT INTO reservations (scope, value, owner) VALUES (?, ?, '')")
                .params(SHAPE, CURRENT)
                .update();
    }

    void take(Scope scope, String value, String owner) {
        try {
            tables.sql("INSERT INTO reservations (scope, value, owner) VALUES (?, ?, ?)")
                    .params(scope.stored(), value, owner)
                    .update();
        } catch (DataAccessException e) {
            throw duplicates.isDuplicateKeyViolation(e) ? new RuleViolation(scope.taken()) : e;
        }
    }

    /** Takes it unless it is taken: a ledger of an earlier build may have recorded what is refused now. */
    void takeAgain(Scope scope, String value, String owner) {
        tables.sql("INSERT INTO reservations (scope, value, owner) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(scope.stored(), value, owner)
                .update();
    }

    void free(Scope scope, String value) {
        tables.sql("DELETE FROM reservations WHERE scope = ? AND value = ?")
                .params(scope.stored(), value)
                .update();
    }

    /** Frees all values of the owner. */
    void release(Scope scope, String owner) {
        tables.sql("DELETE FROM reservations WHERE scope = ? AND owner = ?")
                .params(scope.stored(), owner)
                .update();
    }

    /** What a user has in an organization: its id, and that of the organization. */
    public record Held(String organizationId, String id) {
        private static Held of(String value) {
            var parts = value.split(" ", 2);
            return new Held(parts[0], parts[1]);
        }
    }
    /** A user and the organization that the user is a member of. */
    public record Member(UserId userId, OrganizationId organizationId) {
        private static Member of(String value) {
            var parts = value.split(" ", 2);
            return new Member(new UserId(parts[0]), new OrganizationId(parts[1]));
        }
    }
}
