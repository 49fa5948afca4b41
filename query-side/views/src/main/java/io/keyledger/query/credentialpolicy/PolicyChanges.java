package io.keyledger.query.credentialpolicy;

import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.credentialpolicy.PolicyAttributes;
import io.keyledger.kernel.organization.OrganizationConfigured;
import io.keyledger.kernel.organization.OrganizationContactChanged;
import io.keyledger.kernel.organization.OrganizationEvent;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.organization.OrganizationRenamed;
import io.keyledger.kernel.organization.OwnershipTransferred;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.StoredRow;
import java.util.List;

/**
 * What the events of policies change: every organization has one from its registration on, with the organization's id.
 */
final class PolicyChanges {
    static final String TYPE = "credential_policies";

    private PolicyChanges() {}

    static Changes all() {
        return Changes.together(
                Changes.by(OrganizationEvent.class, (event, recorded) -> of(event)),
                Changes.by(CredentialPolicyChanged.class, (event, recorded) -> List.of(of(event))));
    }

    private static List<Change> of(OrganizationEvent event) {
        return switch (event) {
            case OrganizationRegistered registered -> List.of(created(registered.organizationId()));
            case OrganizationRenamed _,
                    OrganizationContactChanged _,
                    OrganizationConfigured _,
                    OwnershipTransferred _ -> List.of();
        };
    }

    private static Change of(CredentialPolicyChanged event) {
        return Change.updated(TYPE, event.organizationId(), PolicyAttributes.of(event))
                .ofOneBroughtAlong();
    }

    private static Change created(String organization) {
        var values = PolicyAttributes.of(CredentialPolicy.DEFAULT.adoptedBy(organization));
        values.put(StoredRow.ORGANIZATION, organization);
        return Change.created(TYPE, organization, values);
    }
}
