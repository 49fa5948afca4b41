package io.keyledger.kernel.problem;

import java.util.List;

/** A value that breaks its own rule, found before a command was sent. */
public final class InvalidValue extends Refused {
    private static final long serialVersionUID = 1L;

    public InvalidValue(Refusal refusal) {
        super(List.of(refusal));
    }

    public InvalidValue(List<Refusal> refusals) {
        super(refusals);
    }
}
