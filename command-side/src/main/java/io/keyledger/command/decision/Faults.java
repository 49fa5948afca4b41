package io.keyledger.command.decision;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** Collects the faults of a request, so that all are answered at once. */
public final class Faults {
    private final List<Refusal> refusals = new ArrayList<>();

    /** Notes the fault, if there is one. */
    public Faults and(@Nullable Refusal fault) {
        if (fault != null) {
            refusals.add(fault);
        }
        return this;
    }

    /** Runs a decision and notes what it refuses. */
    public Faults collect(Runnable decision) {
        try {
            decision.run();
        } catch (RuleViolation violation) {
            refusals.addAll(violation.refusals());
        }
        return this;
    }

    /**
     * Decides all changes of one command first, then applies their events: a refused command has applied none, so that
     * its aggregate stays in memory as it is.
     */
    public static <C> void applyAll(List<C> changes, Function<C, List<? extends DomainEvent>> decision) {
        var faults = new Faults();
        var facts = new ArrayList<DomainEvent>();
        changes.forEach(change -> faults.collect(() -> facts.addAll(decision.apply(change))));
        faults.refuseIfAny();
        facts.forEach(AggregateLifecycle::apply);
    }

    /** Refuses when anything was noted. */
    public void refuseIfAny() {
        if (!refusals.isEmpty()) {
            throw new RuleViolation(refusals);
        }
    }
}
