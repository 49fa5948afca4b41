package io.keyledger.command.idempotency;

import io.keyledger.command.actor.RequestFacts;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.Refused;
import io.keyledger.kernel.problem.RuleViolation;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;

/**
 * Creates a resource once for one Idempotency-Key, on every node, however often it is sent, across restarts and
 * crashes: the id is derived from the key, and the event store takes an id once. What was done is read from the first
 * event of that id; nothing else is remembered. Source: CONTRACT A6.
 */
public final class Idempotency {
    private final EventStore events;
    private final ObjectProvider<ResourceAnswers> answers;
    private final Randomness randomness;
    private final byte[] secret;

    Idempotency(EventStore events, ObjectProvider<ResourceAnswers> answers, Randomness randomness, byte[] secret) {
        this.events = events;
        this.answers = answers;
        this.randomness = randomness;
        this.secret = secret;
    }

    /**
     * Answers what the creation answers, or, when the current request repeats one that was done, the resource it made
     * with {@code Idempotent-Replay: true}.
     *
     * @param scope    within which the key is unique: the organization's id, or the actor's where there is none
     * @param aggregate id of the aggregate that it is a part of, such as the role of a permission; null when it is one
     *                  itself
     * @param creation sends a command that creates {@link Attempt#id()} with {@link Attempt#metadata()}
     * @throws Refused {@link ErrorCode#IDEMPOTENCY_KEY_INVALID}; {@link ErrorCode#IDEMPOTENCY_KEY_REUSED} when the key
     *                 was used for another method, path or body; whatever the creation refuses
     */
    public ResponseEntity<Object> onceWithin(
            Caller caller,
            ResourceType type,
            String scope,
            @Nullable String aggregate,
            Function<Attempt, ResponseEntity<Object>> creation) {
        var request = RequestFacts.request().orElseThrow(() -> new IllegalStateException("there is no request"));
        var key = IdempotencyKey.of(request, scope, secret);
        if (key == null) {
            return creation.apply(new Attempt(randomness.id(), Map.of()));
        }
        return replay(caller, type, key, aggregate).orElseGet(() -> attempt(caller, type, key, aggregate, creation));
    }

    /** A request that loses a race against its own repetition may be refused by any rule: the resource then exists. */
    private ResponseEntity<Object> attempt(
            Caller caller,
            ResourceType type,
            IdempotencyKey key,
            @Nullable String aggregate,
            Function<Attempt, ResponseEntity<Object>> creation) {
        try {
            return creation.apply(new Attempt(key.id(), key.metadata()));
        } catch (Refused refused) {
            return replay(caller, type, key, aggregate).orElseThrow(() -> refused);
        }
    }

    private Optional<ResponseEntity<Object>> replay(
            Caller caller, ResourceType type, IdempotencyKey key, @Nullable String aggregate) {
        var made = made(key, aggregate);
        if (made.isEmpty()) {
            return Optional.empty();
        }
        if (!key.isOf(made.get())) {
            throw new RuleViolation(
                    new Refusal(ErrorCode.IDEMPOTENCY_KEY_REUSED, "this Idempotency-Key was used for another request"));
        }
        var answer = answers.getObject().created(caller, type, aggregate, key.id(), Map.of());
        return Optional.of(ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header("Idempotent-Replay", "true")
                .body(answer.getBody()));
    }

    /** The metadata of the event that was recorded with the key. */
    private Optional<MetaData> made(IdempotencyKey key, @Nullable String aggregate) {
        var own = events.readEvents(key.id(), 0);
        if (own.hasNext()) {
            return Optional.of(own.peek().getMetaData());
        }
        return Optional.ofNullable(aggregate).stream()
                .flatMap(id -> events.readEvents(id, 0).asStream())
                .<MetaData>map(Message::getMetaData)
                .filter(metadata -> key.key().equals(metadata.get(MetaKey.IDEMPOTENCY_KEY)))
                .findFirst();
    }
}
