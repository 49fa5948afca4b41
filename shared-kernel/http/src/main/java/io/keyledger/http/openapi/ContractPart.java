package io.keyledger.http.openapi;

import java.util.List;
import java.util.Map;

/** What a package adds to the contract that is neither a mapping nor a resource. */
public interface ContractPart {
    /** The operations that filters answer. */
    default List<Endpoint> endpoints() {
        return List.of();
    }

    /** Bodies that no resource table describes, by the name {@link Described} gives them. */
    default Map<String, Schema> schemas() {
        return Map.of();
    }
}
