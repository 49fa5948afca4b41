package io.keyledger.http.request;

import io.keyledger.http.error.Source;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The organization of a request that may leave it out. */
public final class AskedOrganization {
    /** The parameter that names it. */
    public static final String PARAMETER = "organization_id";

    private AskedOrganization() {}

    /**
     * The id asked for, or that of the only organization the caller belongs to.
     *
     * @throws InvalidValue {@link ErrorCode#PARAM_MISSING} when the caller belongs to none or several and names none
     * @throws RuleViolation {@link ErrorCode#RECORD_NOT_FOUND} when the caller does not belong to it
     */
    public static String of(Caller caller, @Nullable String asked) {
        if (asked == null) {
            if (caller.grants().size() != 1) {
                throw new InvalidValue(new Refusal(
                        ErrorCode.PARAM_MISSING,
                        "say which organization is meant",
                        Source.parameter(PARAMETER),
                        null,
                        Map.of()));
            }
            return caller.grants().keySet().iterator().next();
        }
        if (caller.in(asked) == null) {
            throw new RuleViolation(new Refusal(ErrorCode.RECORD_NOT_FOUND, "there is no such organization"));
        }
        return asked;
    }
}
