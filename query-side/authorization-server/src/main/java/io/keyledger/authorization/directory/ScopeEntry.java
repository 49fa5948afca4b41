package io.keyledger.authorization.directory;

import io.keyledger.kernel.app.ApiPermissionsChanged;
import io.keyledger.kernel.app.CustomerScopeChanged;
import java.util.List;

/**
 * The permissions and customers that the tokens of an app are limited to.
 *
 * @param permissions      names from the catalogue that it may ask for as scopes
 * @param customerScope    {@code all_customers}, {@code specific_customers} or {@code customer_groups}
 * @param customerIds      the customers, when the scope names them
 * @param customerGroupIds the groups, when the scope names them
 */
public record ScopeEntry(
        List<String> permissions, String customerScope, List<String> customerIds, List<String> customerGroupIds) {
    /** Of an app that has neither set: no permissions, all customers. */
    public static final ScopeEntry UNLIMITED = new ScopeEntry(List.of(), "all_customers", List.of(), List.of());

    ScopeEntry with(ApiPermissionsChanged event) {
        return new ScopeEntry(event.permissions(), customerScope, customerIds, customerGroupIds);
    }

    ScopeEntry with(CustomerScopeChanged event) {
        return new ScopeEntry(permissions, event.scope(), event.customerIds(), event.customerGroupIds());
    }
}
