package io.keyledger.http.error;

import java.sql.SQLException;
import java.util.Set;

/** Distinguishes a store that is unavailable from a fault of the service itself. */
final class StoreFaults {
    /** By name, because this module depends on no driver of a store. */
    private static final Set<String> NAMES = Set.of(
            "com.mongodb.MongoSocketException",
            "com.mongodb.MongoTimeoutException",
            "com.mongodb.MongoNotPrimaryException",
            "com.mongodb.MongoNodeIsRecoveringException",
            "com.mongodb.MongoInterruptedException",
            "org.springframework.transaction.CannotCreateTransactionException",
            "org.springframework.dao.DataAccessResourceFailureException",
            "org.springframework.dao.TransientDataAccessException");

    /** Classes of SQL states of statements that fail on an available store, too: data, constraint, syntax. */
    private static final Set<String> OWN_FAULTS = Set.of("22", "23", "42");

    private StoreFaults() {}

    static boolean isStoreFault(Exception failure) {
        return failure instanceof SQLException sql ? !isOwnFault(sql) : hasName(failure.getClass());
    }

    private static boolean isOwnFault(SQLException failure) {
        var state = failure.getSQLState();
        return state != null && state.length() >= 2 && OWN_FAULTS.contains(state.substring(0, 2));
    }

    private static boolean hasName(Class<?> type) {
        for (Class<?> t = type; t != null; t = t.getSuperclass()) {
            if (NAMES.contains(t.getName())) {
                return true;
            }
        }
        return false;
    }
}
