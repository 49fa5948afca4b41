package io.keyledger.command.reservation;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.RoleDefined;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.customer.CustomerDeleted;
import io.keyledger.kernel.customer.CustomerGroupDefined;
import io.keyledger.kernel.customer.CustomerGroupDeleted;
import io.keyledger.kernel.customer.CustomerRegistered;
import io.keyledger.kernel.organization.OrganizationRegistered;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Which events make and end something that has a quota. */
@Component
@EnableConfigurationProperties(QuotaSettings.class)
class QuotaCount {
    private static final String SERVICES_OWN = "resources";

    private final Tallies tallies;
    private final Reservations reservations;
    private final QuotaSettings settings;

    QuotaCount(Tallies tallies, Reservations reservations, QuotaSettings settings) {
        this.tallies = tallies;
        this.reservations = reservations;
        this.settings = settings;
    }

    /** Counts the event; to be called before the reservations follow it. QUOTA_EXCEEDED when it makes one too many. */
    void count(DomainEvent event) {
        count(event, true);
    }

    /** Counts an event of the past, whatever the limits are now. */
    void recount(DomainEvent event) {
        count(event, false);
    }

    void clear() {
        tallies.clear();
    }

    private void count(DomainEvent event, boolean isLimited) {
        switch (event) {
            case AppRegistered e
            when e.userId() == null && !e.kind().equals(SERVICES_OWN) -> add(Quota.APPS, e.organizationId(), isLimited);
            case AppDeleted e
            when !reservations.taken(Scope.PERSONAL_APP, Scope.within(e.organizationId(), e.appId())) ->
                tallies.remove(Quota.APPS, e.organizationId());
            case CustomerRegistered e -> add(Quota.CUSTOMERS, e.organizationId(), isLimited);
            case CustomerDeleted e -> tallies.remove(Quota.CUSTOMERS, e.organizationId());
            case CustomerGroupDefined e -> add(Quota.CUSTOMER_GROUPS, e.organizationId(), isLimited);
            case CustomerGroupDeleted e -> tallies.remove(Quota.CUSTOMER_GROUPS, e.organizationId());
            case RoleDefined e -> add(Quota.ROLES, e.organizationId(), isLimited);
            case MemberInvited e -> add(Quota.MEMBERS, e.organizationId(), isLimited);
            case MemberRemoved e -> tallies.remove(Quota.MEMBERS, e.organizationId());
            case OrganizationRegistered e -> add(Quota.ORGANIZATIONS, e.ownerUserId(), isLimited);
            default -> {} // all other events make and end nothing that has a quota
        }
    }

    private void add(Quota quota, String holder, boolean isLimited) {
        var amount = tallies.add(quota, holder);
        if (isLimited) {
            quota.require(amount, settings.limit(quota));
        }
    }
}
