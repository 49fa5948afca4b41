package io.keyledger.kernel.app;

import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The customers whose data the app may use from now on.
 *
 * @param scope            {@code all_customers}, {@code specific_customers} or {@code customer_groups}
 * @param customerIds      the customers, when the scope names them; the whole list
 * @param customerGroupIds the groups, when the scope names them; the whole list
 */
@Revision("1")
public record CustomerScopeChanged(String appId, String scope, List<String> customerIds, List<String> customerGroupIds)
        implements TokenAttributeEvent {}
