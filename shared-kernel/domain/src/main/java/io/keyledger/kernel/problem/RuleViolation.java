package io.keyledger.kernel.problem;

import java.util.List;

/** A refusal because of the present state or missing rights: by an aggregate, or by a check before the command. */
public final class RuleViolation extends Refused {
    private static final long serialVersionUID = 1L;

    public RuleViolation(Refusal refusal) {
        super(List.of(refusal));
    }

    public RuleViolation(List<Refusal> refusals) {
        super(refusals);
    }
}
