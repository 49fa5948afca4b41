package io.keyledger.command.bus;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.command.decision.Faults;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The smallest aggregate: tests of the store drive it. */
@Aggregate
@SuppressWarnings("NullAway.Init")
public // the first event fills every field
class Counter {
    @AggregateIdentifier
    private String id;

    private int count;

    public record Open(@TargetAggregateIdentifier String id) {}

    record Increase(
            @TargetAggregateIdentifier String id,
            @TargetAggregateVersion @Nullable Long expectedVersion) {
        Increase(String id) {
            this(id, null);
        }
    }

    record Refuse(@TargetAggregateIdentifier String id) {}

    record IncreaseAndRefuse(@TargetAggregateIdentifier String id) {}

    /** One increase for each; the number 0 is refused. */
    record ChangeAll(@TargetAggregateIdentifier String id, List<Integer> numbers) {}

    @Revision("1")
    public record Opened(String id, Instant at) implements DomainEvent {}

    @Revision("1")
    public record Increased(String id, int count) implements DomainEvent {}

    Counter() {}

    @CommandHandler
    Counter(Open command, Clock clock) {
        apply(new Opened(command.id(), clock.instant()));
    }

    @CommandHandler
    void handle(Increase command) {
        apply(new Increased(id, count + 1));
    }

    @CommandHandler
    void handle(Refuse command) {
        throw new RuleViolation(new Refusal(ErrorCode.LOCKED, "never"));
    }

    @CommandHandler
    void handle(IncreaseAndRefuse command) {
        apply(new Increased(id, count + 1));
        throw new RuleViolation(new Refusal(ErrorCode.LOCKED, "after all"));
    }

    @CommandHandler
    void handle(ChangeAll command) {
        Faults.applyAll(command.numbers(), number -> {
            if (number == 0) {
                throw new RuleViolation(new Refusal(ErrorCode.LOCKED, "not this one"));
            }
            return List.of(new Increased(id, count + number));
        });
    }

    @EventSourcingHandler
    void on(Opened event) {
        id = event.id();
    }

    @EventSourcingHandler
    void on(Increased event) {
        count = event.count();
    }
}
