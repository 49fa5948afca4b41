package io.keyledger.query.organization;

import io.keyledger.kernel.organization.OrganizationConfigured;
import io.keyledger.kernel.organization.OrganizationContactChanged;
import io.keyledger.kernel.organization.OrganizationEvent;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.organization.OrganizationRenamed;
import io.keyledger.kernel.organization.OwnershipTransferred;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the events of organizations change. */
final class OrganizationChanges implements Changes {
    static final String TYPE = "organizations";

    private final String platform;

    /** @param platform the domain whose subdomains organizations get */
    OrganizationChanges(String platform) {
        this.platform = platform;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return OrganizationEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public List<Change> of(Recorded recorded) {
        return List.of(of((OrganizationEvent) recorded.event()));
    }

    private Change of(OrganizationEvent event) {
        return switch (event) {
            case OrganizationRegistered registered ->
                Change.created(TYPE, registered.organizationId(), values(registered));
            case OrganizationRenamed renamed -> Change.updated(TYPE, renamed.organizationId(), "name", renamed.name());
            case OrganizationContactChanged changed -> Change.updated(TYPE, changed.organizationId(), contact(changed));
            case OrganizationConfigured configured ->
                Change.updated(TYPE, configured.organizationId(), "config", configured.config());
            case OwnershipTransferred transferred -> Change.touched(TYPE, transferred.organizationId());
        };
    }

    private static Map<String, @Nullable Object> contact(OrganizationContactChanged event) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("support_phone", event.supportPhone());
        values.put("support_email", event.supportEmail());
        return values;
    }

    private Map<String, @Nullable Object> values(OrganizationRegistered event) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("organization_id", event.organizationId());
        values.put("name", event.name());
        values.put("slug", event.slug());
        values.put("domain", event.slug() + '.' + platform);
        values.put("support_phone", null);
        values.put("support_email", null);
        values.put("region", event.region());
        values.put("can_switch_live", false);
        values.put("subscription_info", Map.of());
        values.put("config", Map.of());
        return values;
    }
}
