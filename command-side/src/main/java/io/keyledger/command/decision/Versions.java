package io.keyledger.command.decision;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * Compares the version a caller saw with the present one. A resource's version is the sequence number of the last event
 * that changed what the API shows of it, so neither a revoked token nor another permission of the same role makes it
 * stale; Axon's own check compares the version of the aggregate.
 */
public final class Versions {
    private Versions() {}

    /**
     * Refuses with STALE_VERSION when versions were expected and none of them is the present one, or between it and the
     * aggregate's, or when one of these is excluded.
     */
    public static void require(@Nullable ExpectedVersions expected, long ofResource, long ofAggregate) {
        if (expected == null) {
            return;
        }
        if (!expected.allow(ofResource, ofAggregate)) {
            throw stale("the resource has changed since it was read");
        }
        if (expected.exclude(ofResource, ofAggregate)) {
            throw stale("the resource has a version that the request excludes");
        }
    }

    private static RuleViolation stale(String detail) {
        return new RuleViolation(new Refusal(ErrorCode.STALE_VERSION, detail));
    }
}
