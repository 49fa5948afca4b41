package io.keyledger.authorization.use;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Counted refusals of one kind as they are kept: one of the kinds is present. */
record KeptRefusals(
        RefusedAttempt.@Nullable Failure failure,
        RefusedAttempt.@Nullable Refusal refusal,
        RefusedAttempt.@Nullable RefusedToken token,
        RefusedAttempt.@Nullable Others others,
        RefusalCounter.Count count) {
    private static final JsonMapper JSON = new JsonMapper();

    static String write(RefusedAttempt kind, RefusalCounter.Count count) {
        return JSON.writeValueAsString(
                switch (kind) {
                    case RefusedAttempt.Failure one -> new KeptRefusals(one, null, null, null, count);
                    case RefusedAttempt.Refusal one -> new KeptRefusals(null, one, null, null, count);
                    case RefusedAttempt.RefusedToken one -> new KeptRefusals(null, null, one, null, count);
                    case RefusedAttempt.Others one -> new KeptRefusals(null, null, null, one, count);
                });
    }

    static KeptRefusals read(String kept) {
        return JSON.readValue(kept, KeptRefusals.class);
    }

    RefusedAttempt kind() {
        if (failure != null) {
            return failure;
        }
        if (refusal != null) {
            return refusal;
        }
        if (token != null) {
            return token;
        }
        if (others != null) {
            return others;
        }
        throw new IllegalStateException("refusals of no kind");
    }
}
