package io.keyledger.query.customer.web;

import io.keyledger.http.answer.Row;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether an app may work with a customer, by the app's customer scope.
 *
 * @param allowed whether it may
 * @param via     the scope that allows it; null when it may not
 */
record CustomerAccess(boolean allowed, @Nullable String via) {
    private static final String ALL = "all_customers";
    private static final String SPECIFIC = "specific_customers";
    private static final String GROUPS = "customer_groups";
    private static final String CUSTOMER_IDS = "customer_ids";

    private static final CustomerAccess NONE = new CustomerAccess(false, null);

    /**
     * Checks the app's scope for the customer.
     *
     * @param groups finds the groups of those ids
     */
    static CustomerAccess of(Row app, String customerId, Function<Collection<String>, List<Row>> groups) {
        return switch (String.valueOf(app.values().get("customer_scope"))) {
            case ALL -> by(ALL, true);
            case SPECIFIC -> by(SPECIFIC, ids(app, CUSTOMER_IDS).contains(customerId));
            case GROUPS -> by(GROUPS, hasAny(groups.apply(ids(app, "customer_group_ids")), customerId));
            default -> NONE;
        };
    }

    private static boolean hasAny(List<Row> groups, String customerId) {
        return groups.stream().anyMatch(group -> ids(group, CUSTOMER_IDS).contains(customerId));
    }

    private static CustomerAccess by(String scope, boolean allowed) {
        return allowed ? new CustomerAccess(true, scope) : NONE;
    }

    private static List<String> ids(Row row, String field) {
        return row.values().get(field) instanceof List<?> ids
                ? ids.stream().map(String::valueOf).toList()
                : List.of();
    }
}
