package io.keyledger.command.audit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.kernel.audit.AuditCheckpointSigned;
import io.keyledger.kernel.audit.RecordCheckpoint;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The checkpoints of one organization's audit log. Several nodes may sign: a lower position is not recorded, nor the
 * same one by the same key.
 */
@Aggregate
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the first event fills every field; Axon reads the id
public class AuditTrail {
    @AggregateIdentifier
    private String id;

    private long position;
    private String keyId;

    AuditTrail() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCheckpoint command) {
        if (command.position() > position || isResigned(command)) {
            apply(new AuditCheckpointSigned(
                    command.trailId().value(),
                    command.organizationId().value(),
                    command.position(),
                    command.hash(),
                    command.keyId(),
                    command.signedAt(),
                    command.jws()));
        }
    }

    private boolean isResigned(RecordCheckpoint command) {
        return command.position() == position && !command.keyId().equals(keyId);
    }

    @EventSourcingHandler
    void on(AuditCheckpointSigned event) {
        id = event.trailId();
        position = event.position();
        keyId = event.keyId();
    }
}
