package io.keyledger.query.customer.web;

import io.keyledger.http.openapi.ContractPart;
import io.keyledger.http.openapi.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answer's document, and its schema in the published contract. */
@Component
class CustomerAccessContract implements ContractPart {
    static final String NAME = "CustomerAccessDocument";
    private static final String TYPE = "customer_access";
    private static final String ALLOWED = "allowed";
    private static final String VIA = "via";

    static Map<String, Object> document(CustomerAccess access) {
        var attributes = new LinkedHashMap<String, @Nullable Object>();
        attributes.put(ALLOWED, access.allowed());
        attributes.put(VIA, access.via());
        return Map.of("data", Map.of("type", TYPE, "attributes", attributes));
    }

    @Override
    public Map<String, Schema> schemas() {
        var attributes = Schema.object()
                .member(ALLOWED, Schema.of("boolean"))
                .member(
                        VIA,
                        Schema.oneOf(List.of("all_customers", "specific_customers", "customer_groups"))
                                .nullable())
                .requiringAll();
        var data = Schema.object()
                .member("type", Schema.only(TYPE))
                .member("attributes", attributes)
                .requiringAll();
        return Map.of(NAME, Schema.object().member("data", data).requiringAll());
    }
}
