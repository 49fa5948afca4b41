package io.keyledger.command.app;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.value.Given;
import io.keyledger.kernel.app.ApiPermissionsChanged;
import io.keyledger.kernel.app.AppAttributeEvent;
import io.keyledger.kernel.app.CustomerScopeChanged;
import io.keyledger.kernel.permission.ApiPermissions;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The permissions and the customer scope of an app's tokens, in the state of the app.
 *
 * @param permissions names from the catalogue
 * @param scope       word of a {@link CustomerScope}
 * @param customers   ids, when the scope names customers
 * @param groups      ids, when the scope names groups
 */
record TokenScope(List<String> permissions, String scope, List<String> customers, List<String> groups) {
    private static final String PERMISSIONS = "permissions";

    /** What a new app has: no permissions, all customers. */
    static final TokenScope UNLIMITED =
            new TokenScope(List.of(), CustomerScope.ALL_CUSTOMERS.word(), List.of(), List.of());

    /** Characters of all permissions, separated by spaces: a token with them still fits into a header. */
    private static final int LONGEST_SCOPE = 4000;

    /** The events of the change; none when it changes nothing. */
    List<AppAttributeEvent> decide(String appId, TokenScopeChange change, ApiPermissions catalogue) {
        var faults = new Faults();
        var facts = new ArrayList<AppAttributeEvent>();
        var named = change.permissions().or(permissions);
        if (named != null && !named.equals(permissions)) {
            unknown(named, catalogue).forEach(faults::and);
            faults.and(tooLong(named));
            facts.add(new ApiPermissionsChanged(appId, named));
        }
        var scoped = scoped(change, faults);
        faults.refuseIfAny();
        if (!scoped.equals(this)) {
            facts.add(new CustomerScopeChanged(appId, scoped.scope, scoped.customers, scoped.groups));
        }
        return facts;
    }

    TokenScope after(ApiPermissionsChanged event) {
        return new TokenScope(event.permissions(), scope, customers, groups);
    }

    TokenScope after(CustomerScopeChanged event) {
        return new TokenScope(permissions, event.scope(), event.customerIds(), event.customerGroupIds());
    }

    /** Refuses names outside the catalogue, but for those the app has already. */
    private List<Refusal> unknown(List<String> named, ApiPermissions catalogue) {
        return named.stream()
                .filter(name -> !permissions.contains(name) && !catalogue.contains(name))
                .map(name -> new Refusal(
                        ErrorCode.VALIDATION_ERROR,
                        "is not in the permission catalogue",
                        PERMISSIONS,
                        "inclusion",
                        Map.of("value", name)))
                .toList();
    }

    private static @Nullable Refusal tooLong(List<String> named) {
        return String.join(" ", named).length() <= LONGEST_SCOPE
                ? null
                : new Refusal(
                        ErrorCode.VALIDATION_ERROR,
                        "is too long (maximum is " + LONGEST_SCOPE + " characters altogether)",
                        PERMISSIONS,
                        "too_long",
                        Map.of("count", LONGEST_SCOPE));
    }

    private TokenScope scoped(TokenScopeChange change, Faults faults) {
        var wanted = change.scope() == null ? CustomerScope.of(scope) : change.scope();
        return new TokenScope(
                permissions,
                wanted.word(),
                targets(wanted == CustomerScope.SPECIFIC_CUSTOMERS, "customers", change.customers(), customers, faults),
                targets(wanted == CustomerScope.CUSTOMER_GROUPS, "customer_groups", change.groups(), groups, faults));
    }

    /** At least one when the scope names targets; else none: those it had before are dropped, given ones refused. */
    private static <T> List<String> targets(
            boolean named, String field, Given<List<T>> given, List<String> before, Faults faults) {
        var ids = given.present() ? texts(given.value()) : before;
        if (named) {
            faults.and(
                    ids.isEmpty() ? Refusal.ofField(field, "blank", "can't be blank with this customer scope") : null);
            return ids;
        }
        var refused = given.present() && !ids.isEmpty();
        faults.and(refused ? Refusal.ofField(field, "present", "must be blank with this customer scope") : null);
        return List.of();
    }

    private static <T> List<String> texts(@Nullable List<T> ids) {
        return ids == null
                ? List.of()
                : ids.stream().map((Function<T, String>) String::valueOf).toList();
    }
}
