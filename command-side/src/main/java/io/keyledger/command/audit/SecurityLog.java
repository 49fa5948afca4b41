package io.keyledger.command.audit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.kernel.audit.RecordSecurityEvent;
import io.keyledger.kernel.audit.SecurityEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The refused attempts in one organization on one day, apart from the apps, whose event streams they would lengthen.
 */
@Aggregate
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the first event fills every field; Axon reads the id
public class SecurityLog {
    @AggregateIdentifier
    private String id;

    SecurityLog() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordSecurityEvent command) {
        apply(command.event());
    }

    @EventSourcingHandler
    void on(SecurityEvent event) {
        id = event.logId();
    }
}
