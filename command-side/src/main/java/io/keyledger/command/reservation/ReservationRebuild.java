package io.keyledger.command.reservation;

import io.keyledger.command.eventstore.TableRebuild;
import io.keyledger.kernel.DomainEvent;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Fills the tables from the events when they are empty, or an earlier build has filled them. */
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
        rebuild.renew(
                () -> !reservations.areCurrent(),
                projector::renew,
                event -> projector.recall((DomainEvent) event.getPayload()));
    }
}
