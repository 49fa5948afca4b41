package io.keyledger.http.read;

import io.keyledger.http.error.Source;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The faults of a query string, each with the parameter it is in. */
final class QueryFaults {
    private final List<Refusal> found = new ArrayList<>();

    void add(ErrorCode code, String parameter, String detail) {
        found.add(new Refusal(code, detail, Source.parameter(parameter), null, Map.of()));
    }

    void throwAny() {
        if (!found.isEmpty()) {
            throw new InvalidValue(found);
        }
    }
}
