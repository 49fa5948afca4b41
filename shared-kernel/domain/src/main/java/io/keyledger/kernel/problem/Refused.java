package io.keyledger.kernel.problem;

import java.util.List;

/** An expected failure, with its reasons; answered with the status of the first one. */
public abstract sealed class Refused extends RuntimeException permits InvalidValue, RuleViolation {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    Refused(List<Refusal> refusals) {
        super(refusals.getFirst().code() + ": " + refusals.getFirst().detail(), null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    /** At least one reason, all faults of a request at once. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
