package io.keyledger.http.request;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The faults of a request: those of its form are answered first, those of its values once the form is right. */
final class InputFaults {
    /** A request can be wrong in more ways than an answer should list. */
    private static final int MAX_SHOWN = 100;

    private final List<Refusal> form = new ArrayList<>();
    private final List<Refusal> values = new ArrayList<>();

    void form(ErrorCode code, String field, String detail) {
        form.add(new Refusal(code, detail, field, null, Map.of()));
    }

    void value(String field, String rule, String detail) {
        value(field, rule, detail, Map.of());
    }

    void value(String field, String rule, String detail, Map<String, Object> figures) {
        values.add(new Refusal(ErrorCode.VALIDATION_ERROR, detail, field, rule, figures));
    }

    void value(Refusal fault) {
        values.add(fault);
    }

    void throwAny() {
        throwAny(form);
        throwAny(values);
    }

    private static void throwAny(List<Refusal> faults) {
        if (!faults.isEmpty()) {
            throw new InvalidValue(faults.subList(0, Math.min(faults.size(), MAX_SHOWN)));
        }
    }
}
