package io.keyledger.query.credentialpolicy;

import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.credentialpolicy.PolicyAttributes;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.row.StoredRow;
import java.util.List;
import java.util.Set;

/** What the events of policies change: every organization has one from its registration on, by its own id. */
final class PolicyChanges implements Changes {
    static final String TYPE = "credential_policies";

    private static final Set<Class<?>> EVENTS = Set.of(OrganizationRegistered.class, CredentialPolicyChanged.class);

    @Override
    public boolean concerns(Class<?> eventType) {
        return EVENTS.contains(eventType);
    }

    @Override
    public List<Change> of(Recorded recorded) {
        return switch (recorded.event()) {
            case OrganizationRegistered registered -> List.of(created(registered.organizationId()));
            case CredentialPolicyChanged changed ->
                List.of(Change.updated(TYPE, changed.organizationId(), PolicyAttributes.of(changed))
                        .ofOneBroughtAlong());
            default -> List.of();
        };
    }

    private static Change created(String organization) {
        var values = PolicyAttributes.of(CredentialPolicy.DEFAULT.adoptedBy(organization));
        values.put(StoredRow.ORGANIZATION, organization);
        return Change.created(TYPE, organization, values);
    }
}
