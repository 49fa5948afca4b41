package io.keyledger.http.read;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters as a servlet request has them. */
final class Parameters {
    private Parameters() {}

    static Map<String, String[]> of(Map<String, String> single) {
        var parameters = new LinkedHashMap<String, String[]>();
        single.forEach((name, value) -> parameters.put(name, new String[] {value}));
        return parameters;
    }
}
