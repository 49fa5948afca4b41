package io.keyledger.command.app.web;

import io.keyledger.command.bus.Commands;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.audit.PrivateKeyRefused;
import io.keyledger.kernel.audit.RecordSecurityEvents;
import io.keyledger.kernel.audit.RecordSecurityEvents.Attempt;
import io.keyledger.kernel.audit.SecurityLogId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records, before it is answered, that a private key was sent in the place of a certificate. */
@Component
class SentPrivateKeys {
    private final Commands commands;
    private final Clock clock;

    SentPrivateKeys(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Records it when that is why an upload was refused.
     *
     * @param address remote address of the request
     */
    void record(InvalidValue refused, Caller caller, String organizationId, String appId, String address) {
        if (refused.refusals().stream().noneMatch(refusal -> refusal.code() == ErrorCode.CERTIFICATE_PRIVATE_KEY)) {
            return;
        }
        var now = clock.instant();
        var log = SecurityLogId.of(organizationId, now).value();
        var event = new PrivateKeyRefused(log, organizationId, appId, 1, now, now, List.of(address));
        var actor = Map.of(
                MetaKey.ACTOR_KIND, caller.actorKind(),
                MetaKey.ACTOR_ID, caller.actorId(),
                MetaKey.ACTOR_NAME, caller.actorName(),
                MetaKey.CLIENT_ID, caller.clientId(),
                MetaKey.ORGANIZATION_ID, organizationId);
        commands.send(new RecordSecurityEvents(List.of(new Attempt(event, actor))), actor);
    }
}
