package io.keyledger.command.audit;

import io.keyledger.command.eventstore.AppendedStreams;
import io.keyledger.kernel.audit.AuditCheckpointSigned;
import io.keyledger.kernel.audit.RecordCheckpoint;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/**
 * The checkpoints of each organization's audit log, a stream for each. Several nodes may sign: a lower position is not
 * recorded, nor the same one by the same key.
 */
@Component
class AuditTrail {
    private final AppendedStreams streams;

    AuditTrail(AppendedStreams streams) {
        this.streams = streams;
    }

    @CommandHandler
    void handle(RecordCheckpoint command) {
        var signed = new AuditCheckpointSigned(
                command.trailId().value(),
                command.organizationId().value(),
                command.position(),
                command.hash(),
                command.keyId(),
                command.signedAt(),
                command.jws());
        streams.append(
                "AuditTrail",
                command.trailId().value(),
                AuditCheckpointSigned.class,
                last -> isNext(command, last) ? Optional.of(signed) : Optional.empty());
    }

    private static boolean isNext(RecordCheckpoint command, Optional<AuditCheckpointSigned> last) {
        var position = last.map(AuditCheckpointSigned::position).orElse(0L);
        var isResigned = command.position() == position
                && last.filter(one -> !one.keyId().equals(command.keyId())).isPresent();
        return command.position() > position || isResigned;
    }
}
