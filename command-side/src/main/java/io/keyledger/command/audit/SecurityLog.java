package io.keyledger.command.audit;

import io.keyledger.command.eventstore.AppendedStreams;
import io.keyledger.kernel.audit.RecordSecurityEvents;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** The refused attempts in each organization, a stream for each day. */
@Component
class SecurityLog {
    private final AppendedStreams streams;

    SecurityLog(AppendedStreams streams) {
        this.streams = streams;
    }

    @CommandHandler
    void handle(RecordSecurityEvents command) {
        streams.append(
                "SecurityLog",
                command.attempts().stream()
                        .map(attempt ->
                                new AppendedStreams.Entry(attempt.event().logId(), attempt.event(), attempt.actor()))
                        .toList());
    }
}
