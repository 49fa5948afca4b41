package io.keyledger.command.eventstore;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Fills tables derived from the events when they are empty and the events are not. To be called before any command. */
public final class TableRebuild {
    private final EventStorageEngine events;
    private final LedgerTransactions transactions;

    TableRebuild(EventStorageEngine events, LedgerTransactions transactions) {
        this.events = events;
        this.transactions = transactions;
    }

    /** Passes on every event, in order and in one transaction, if the table is empty. */
    public void fill(BooleanSupplier isEmpty, Consumer<EventMessage<?>> table) {
        if (isEmpty.getAsBoolean() && events.createHeadToken() != null) {
            transactions.run(() -> fillInTurn(isEmpty, table));
        }
    }

    /**
     * Begins, and passes on every event, in order and in one transaction, if the tables are outdated; they are not any
     * more when this has begun, also without events.
     */
    public void renew(BooleanSupplier isOutdated, Runnable begin, Consumer<EventMessage<?>> tables) {
        if (isOutdated.getAsBoolean()) {
            transactions.run(() -> {
                if (isOutdated.getAsBoolean()) {
                    begin.run();
                    passOn(tables);
                }
            });
        }
    }

    private void passOn(Consumer<EventMessage<?>> tables) {
        if (events.createHeadToken() != null) {
            events.readEvents(null, false).forEach(tables);
        }
    }

    /** Checks again inside the transaction: another node may have been faster. */
    private void fillInTurn(BooleanSupplier isEmpty, Consumer<EventMessage<?>> table) {
        if (isEmpty.getAsBoolean()) {
            events.readEvents(null, false).forEach(table);
        }
    }
}
