package io.keyledger.query.policy;

import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.policy.CredentialPolicy;
import io.keyledger.kernel.policy.CredentialPolicyChanged;
import io.keyledger.query.support.Change;
import io.keyledger.query.support.Changes;
import io.keyledger.query.support.Recorded;
import io.keyledger.query.support.StoredRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
                List.of(Change.updated(TYPE, changed.organizationId(), values(changed))
                        .ofOneBroughtAlong());
            default -> List.of();
        };
    }

    private static Change created(String organization) {
        var values = values(CredentialPolicy.DEFAULT.adoptedBy(organization));
        values.put(StoredRow.ORGANIZATION, organization);
        return Change.created(TYPE, organization, values);
    }

    private static Map<String, @Nullable Object> values(CredentialPolicyChanged event) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("client_secrets_allowed", event.clientSecretsAllowed());
        values.put("max_secret_duration", event.maxSecretDuration());
        values.put("max_certificate_duration", event.maxCertificateDuration());
        values.put("max_token_lifetime", event.maxTokenLifetime());
        values.put("max_live_secrets", event.maxLiveSecrets());
        values.put("expiry_notices", event.expiryNotices());
        values.put("unused_after", event.unusedAfter());
        values.put("enforce_on_tokens", event.enforceOnTokens());
        return values;
    }
}
