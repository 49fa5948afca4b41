package io.keyledger.command.app.web;

import static io.keyledger.http.resources.Resources.APP_REGISTRATIONS;

import io.keyledger.command.app.CustomerScope;
import io.keyledger.command.app.TokenScopeChange;
import io.keyledger.command.value.Given;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.customer.CustomerGroupId;
import io.keyledger.kernel.customer.CustomerId;
import io.keyledger.kernel.organization.OrganizationId;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads the permissions and the customer scope of a request. */
@Component
class TokenScopes {
    private static final String PERMISSIONS = "permissions";
    private static final String SCOPE = "customer_scope";
    private static final String CUSTOMERS = "customers";
    private static final String GROUPS = "customer_groups";

    private final AccessCheck access;

    TokenScopes(AccessCheck access) {
        this.access = access;
    }

    boolean areIn(ResourceInput input) {
        return input.has(PERMISSIONS) || input.has(SCOPE) || input.hasRelated(CUSTOMERS) || input.hasRelated(GROUPS);
    }

    /** Customers and groups that are unknown, or another organization's, are refused. */
    TokenScopeChange of(ResourceInput input, OrganizationId organization) {
        var scope = input.string(SCOPE);
        return new TokenScopeChange(
                input.has(PERMISSIONS) ? Given.of(input.strings(PERMISSIONS)) : Given.absent(),
                scope == null ? null : CustomerScope.of(scope),
                related(input, organization, CUSTOMERS, CustomerId::new),
                related(input, organization, GROUPS, CustomerGroupId::new));
    }

    private <T> Given<List<T>> related(
            ResourceInput input, OrganizationId organization, String relationship, Function<String, T> id) {
        if (!input.hasRelated(relationship)) {
            return Given.absent();
        }
        var ids = access.relatedIn(organization, APP_REGISTRATIONS, relationship, input);
        return Given.of(ids.stream().map(id).toList());
    }
}
