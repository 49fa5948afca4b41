package io.keyledger.command.reservation;

import io.keyledger.command.eventstore.TableRebuild;
import io.keyledger.kernel.DomainEvent;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Fills the table from the events when it is empty and they are not. */
@Component
class ReservationRebuild implements SmartInitializingSingleton {
    private final Reservations reservations;
    private final ReservationProjector projector;
    private final TableRebuild rebuild;

    ReservationRebuild(Reservations reservations, ReservationProjector projector, TableRebuild rebuild) {
        this.reservations = reservations;
        this.projector = projector;
        this.rebuild = rebuild;
    }

    @Override
    public void afterSingletonsInstantiated() {
        rebuild.fill(reservations::areEmpty, event -> projector.on((DomainEvent) event.getPayload()));
    }
}
