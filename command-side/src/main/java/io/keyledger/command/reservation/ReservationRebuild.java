package io.keyledger.command.reservation;

import io.keyledger.command.support.LedgerTransactions;
import io.keyledger.kernel.DomainEvent;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Fills the table from the events when it is empty and they are not, before the first command is taken. */
@Component
class ReservationRebuild implements SmartInitializingSingleton {
    private final Reservations reservations;
    private final ReservationBook book;
    private final EventStorageEngine events;
    private final LedgerTransactions transactions;

    ReservationRebuild(
            Reservations reservations,
            ReservationBook book,
            EventStorageEngine events,
            LedgerTransactions transactions) {
        this.reservations = reservations;
        this.book = book;
        this.events = events;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (reservations.areEmpty() && events.createHeadToken() != null) {
            transactions.run(this::fill);
        }
    }

    /** Looks again: another node may have been faster. */
    private void fill() {
        if (reservations.areEmpty()) {
            events.readEvents(null, false).forEach(event -> book.on((DomainEvent) event.getPayload()));
        }
    }
}
