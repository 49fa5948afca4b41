package io.keyledger.standalone.operation;

import io.keyledger.command.access.DeleteUser;
import io.keyledger.command.actor.Actors;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.reservation.Reservations;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.kernel.Id;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.problem.Refused;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * {@code DELETE /actuator/users/{id}} ends a user with the personal app and all memberships (204), unless there is no such
 * user (404) or the user owns an organization (423). When it is answered, this node takes no token of theirs. It is recorded in the log of the organization of the personal app,
 * and in that of each membership, as done by the operator.
 */
@Endpoint(id = "users")
final class UsersEndpoint {
    private final Commands commands;
    private final Reservations reservations;
    private final ResourceAnswers answers;

    UsersEndpoint(Commands commands, Reservations reservations, ResourceAnswers answers) {
        this.commands = commands;
        this.reservations = reservations;
        this.answers = answers;
    }

    /** Ends the user of that id. */
    @DeleteOperation
    public WebEndpointResponse<Map<String, String>> end(@Selector String id) {
        if (!Id.isId(id)) {
            return new WebEndpointResponse<>(Map.of("detail", "there is no such user"), 404);
        }
        var metadata = new HashMap<>(Actors.operator());
        reservations.personalApps(id).forEach(app -> metadata.put(MetaKey.ORGANIZATION_ID, app.organizationId()));
        try {
            commands.send(new DeleteUser(new UserId(id), null), metadata);
            answers.awaitWritten();
            return new WebEndpointResponse<>(204);
        } catch (Refused refused) {
            var first = refused.refusals().getFirst();
            return new WebEndpointResponse<>(
                    Map.of("detail", first.detail()), first.code().status());
        }
    }
}
