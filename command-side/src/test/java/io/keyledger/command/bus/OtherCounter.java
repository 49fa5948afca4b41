package io.keyledger.command.bus;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** An aggregate of another type. */
@Aggregate
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class OtherCounter {
    @AggregateIdentifier
    private String id;

    record Touch(@TargetAggregateIdentifier String id) {}

    OtherCounter() {}

    @CommandHandler
    void handle(Touch command) {
        throw new IllegalStateException("there is none");
    }

    @EventSourcingHandler
    void on(Counter.Opened event) {
        id = event.id();
    }
}
