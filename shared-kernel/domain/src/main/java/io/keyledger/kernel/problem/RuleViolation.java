package io.keyledger.kernel.problem;

import java.util.List;

/** A command an aggregate refuses in the state it is in. */
public final class RuleViolation extends Refused {
    private static final long serialVersionUID = 1L;

    public RuleViolation(Refusal refusal) {
        super(List.of(refusal));
    }

    public RuleViolation(List<Refusal> refusals) {
        super(refusals);
    }
}
