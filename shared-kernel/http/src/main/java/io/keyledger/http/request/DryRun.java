package io.keyledger.http.request;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Trait;
import io.keyledger.http.error.Source;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** Whether a change is only to be tried: it is checked and answered as if it were made, and changes nothing. */
public final class DryRun {
    /** The parameter that asks for it. */
    public static final String PARAMETER = "dry_run";

    private static final String YES = "true";

    private DryRun() {}

    /** Whether changes of the resource can be tried. Source: CONTRACT A4. */
    public static boolean isOffered(ResourceType type) {
        return type.is(Trait.TRIED_ON_REQUEST);
    }

    /**
     * Whether the request asks for it.
     *
     * @throws InvalidValue {@link ErrorCode#INVALID_FIELD_VALUE} for any value but one {@code true}
     */
    public static boolean isAsked(HttpServletRequest request) {
        var values = request.getParameterValues(PARAMETER);
        if (values == null) {
            return false;
        }
        if (values.length != 1 || !values[0].equals(YES)) {
            throw new InvalidValue(new Refusal(
                    ErrorCode.INVALID_FIELD_VALUE,
                    PARAMETER + " is true, or left out",
                    Source.parameter(PARAMETER),
                    null,
                    Map.of()));
        }
        return true;
    }
}
