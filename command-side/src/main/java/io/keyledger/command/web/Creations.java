package io.keyledger.command.web;

import io.keyledger.command.bus.Commands;
import io.keyledger.command.idempotency.Idempotency;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes new resources, each once for one Idempotency-Key, and answers with them. */
@Component
public class Creations {
    private final Commands commands;
    private final Idempotency idempotency;
    private final ResourceAnswers answers;

    Creations(Commands commands, Idempotency idempotency, ResourceAnswers answers) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.answers = answers;
    }

    /**
     * Makes the resource and answers 201 with it; answers with the existing resource when the request is repeated.
     *
     * @param organization that it belongs to; null when it is a new organization
     * @param creation     sends the command, and returns what only this answer shows
     */
    public ResponseEntity<Object> answer(
            Caller caller,
            ResourceType type,
            @Nullable String organization,
            Function<Fresh, Map<String, Object>> creation) {
        return answerWithin(caller, type, organization, null, creation);
    }

    /**
     * The same for a resource that is a part of another aggregate.
     *
     * @param aggregate id of the aggregate that it is a part of; null when it is one itself
     */
    public ResponseEntity<Object> answerWithin(
            Caller caller,
            ResourceType type,
            @Nullable String organization,
            @Nullable String aggregate,
            Function<Fresh, Map<String, Object>> creation) {
        var scope = organization == null ? caller.actorId() : organization;
        return idempotency.onceWithin(caller, type, scope, aggregate, attempt -> {
            var metadata = new HashMap<>(attempt.metadata());
            metadata.put(MetaKey.ORGANIZATION_ID, organization == null ? attempt.id() : organization);
            var shownOnce = creation.apply(new Fresh(attempt.id(), commands, metadata));
            return answers.created(caller, type, aggregate, attempt.id(), shownOnce);
        });
    }

    /** A resource that is to be created. */
    public static final class Fresh {
        private final String id;
        private final Commands commands;
        private final Map<String, String> metadata;

        private Fresh(String id, Commands commands, Map<String, String> metadata) {
            this.id = id;
            this.commands = commands;
            this.metadata = metadata;
        }

        /** The id it gets. */
        public String id() {
            return id;
        }

        /** Sends the command that makes it. */
        public void send(Object command) {
            commands.send(command, metadata);
        }
    }
}
