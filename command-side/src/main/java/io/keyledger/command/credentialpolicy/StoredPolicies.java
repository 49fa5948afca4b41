package io.keyledger.command.credentialpolicy;

import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.credentialpolicy.PolicyId;
import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads the last event of a policy: it has the whole policy, and counts as soon as it is committed. */
@Component
class StoredPolicies implements CredentialPolicies {
    private final ObjectProvider<EventStore> events;

    StoredPolicies(ObjectProvider<EventStore> events) {
        this.events = events;
    }

    @Override
    public CredentialPolicy of(OrganizationId organization) {
        var store = events.getObject();
        var id = PolicyId.of(organization.value()).value();
        return store.lastSequenceNumberFor(id)
                .flatMap(last -> store.readEvents(id, last)
                        .asStream()
                        .map(message -> CredentialPolicy.after((CredentialPolicyChanged) message.getPayload()))
                        .findFirst())
                .orElse(CredentialPolicy.DEFAULT);
    }
}
