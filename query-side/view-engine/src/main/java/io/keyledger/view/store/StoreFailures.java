package io.keyledger.view.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.h2.mvstore.MVStoreException;

/** Tells failures of a store, which pass by themselves, from those that an event makes whenever it is shown. */
public final class StoreFailures {
    /**
     * Codes of MongoDB by which a write is refused for what is in the row: BadValue, FailedToParse, TypeMismatch,
     * Overflow, the three of bad field names, DocumentValidationFailure, BSONObjectTooLarge, and two of index keys.
     */
    private static final Set<Integer> OF_THE_ROW = Set.of(2, 9, 14, 15, 52, 56, 57, 121, 10334, 17280, 17419);

    private StoreFailures() {}

    /**
     * Whether the same may succeed later: the store is away, another node has the view, a time limit has passed, the
     * thread was to stop. An {@link java.io.IOException} alone says nothing: the stores wrap theirs, and a parser that
     * refuses a text throws one, too.
     */
    public static boolean isForNow(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOneForNow(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneForNow(Throwable failure) {
        return switch (failure) {
            case MongoBulkWriteException bulk ->
                bulk.getWriteErrors().isEmpty()
                        || bulk.getWriteErrors().stream().noneMatch(error -> OF_THE_ROW.contains(error.getCode()));
            case MongoWriteException write ->
                !OF_THE_ROW.contains(write.getError().getCode());
            case MongoException any -> !OF_THE_ROW.contains(any.getCode());
            case SQLException _,
                    EventStoreException _,
                    MVStoreException _,
                    UnableToClaimTokenException _,
                    InterruptedException _,
                    TimeoutException _,
                    RejectedExecutionException _ -> true;
            default -> false;
        };
    }
}
