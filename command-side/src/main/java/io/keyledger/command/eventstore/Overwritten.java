package io.keyledger.command.eventstore;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.AccessScopeChanged;
import io.keyledger.kernel.access.InvitationResent;
import io.keyledger.kernel.access.MemberRoleAssigned;
import io.keyledger.kernel.access.OrganizationLeft;
import io.keyledger.kernel.access.OwnershipGivenUp;
import io.keyledger.kernel.access.OwnershipGranted;
import io.keyledger.kernel.access.RoleRenamed;
import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserRenamed;
import io.keyledger.kernel.access.UserTimeZoneChanged;
import io.keyledger.kernel.app.ApiPermissionsChanged;
import io.keyledger.kernel.app.AppDescribed;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.AppEnabled;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.CustomerScopeChanged;
import io.keyledger.kernel.app.PersonalAppMoved;
import io.keyledger.kernel.app.RedirectUrisChanged;
import io.keyledger.kernel.app.RetiredSecretUsed;
import io.keyledger.kernel.app.RoleAssigned;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.customer.CustomerGroupRenamed;
import io.keyledger.kernel.customer.CustomerRenamed;
import io.keyledger.kernel.customer.CustomersAssigned;
import io.keyledger.kernel.organization.OrganizationConfigured;
import io.keyledger.kernel.organization.OrganizationContactChanged;
import io.keyledger.kernel.organization.OrganizationRenamed;
import io.keyledger.kernel.organization.OwnershipTransferred;
import io.keyledger.kernel.published.EventWords;
import io.keyledger.kernel.reference.MetadataChanged;
import io.keyledger.kernel.reference.ReferenceChanged;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events of which an aggregate needs the last one alone, by the aggregate's type: each says all that an earlier one
 * of its word said. Together with all other events, and in their order, those make the same state as the whole history.
 */
final class Overwritten {
    private static final Map<String, Set<Class<? extends DomainEvent>>> LAST_ONES = Map.of(
            "App",
            labeled(Set.of(
                    AppRenamed.class,
                    AppDescribed.class,
                    TokenLifetimeChanged.class,
                    RedirectUrisChanged.class,
                    RoleAssigned.class,
                    ApiPermissionsChanged.class,
                    CustomerScopeChanged.class,
                    PersonalAppMoved.class,
                    AppDisabled.class,
                    AppEnabled.class,
                    TokensRevoked.class,
                    TokenRevoked.class,
                    RetiredSecretUsed.class)),
            "Organization",
            labeled(Set.of(
                    OrganizationRenamed.class,
                    OrganizationContactChanged.class,
                    OrganizationConfigured.class,
                    OwnershipTransferred.class)),
            "OrganizationPolicy",
            Set.of(CredentialPolicyChanged.class),
            "Membership",
            labeled(Set.of(
                    MemberRoleAssigned.class,
                    AccessScopeChanged.class,
                    InvitationResent.class,
                    OwnershipGranted.class,
                    OwnershipGivenUp.class)),
            "User",
            labeled(Set.of(
                    UserRenamed.class, UserEmailChanged.class, UserTimeZoneChanged.class, OrganizationLeft.class)),
            "Customer",
            labeled(Set.of(CustomerRenamed.class)),
            "CustomerGroup",
            labeled(Set.of(CustomerGroupRenamed.class, CustomersAssigned.class)),
            "Role",
            Set.of(RoleRenamed.class)); // labels and changes of permissions: of one of them each

    private Overwritten() {}

    private static Set<Class<? extends DomainEvent>> labeled(Set<Class<? extends DomainEvent>> events) {
        return Stream.concat(events.stream(), Stream.of(ReferenceChanged.class, MetadataChanged.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Rows for SQL: {@code ('App','app.renamed'), …}, type of the aggregate and word of the event. */
    static String rows() {
        return LAST_ONES.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(event -> row(one.getKey(), event)))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String row(String aggregateType, Class<? extends DomainEvent> event) {
        return "('" + aggregateType + "', '" + EventWords.all().get(event) + "')";
    }
}
