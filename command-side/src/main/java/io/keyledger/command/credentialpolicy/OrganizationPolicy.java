package io.keyledger.command.credentialpolicy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.command.decision.Versions;
import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.credentialpolicy.PolicyId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The credential policy of an organization. Its first event is the first change; until then every organization has the
 * default, which is version 0.
 */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon or the first event fills the id
public class OrganizationPolicy {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private CredentialPolicy policy = CredentialPolicy.DEFAULT;
    private long version;

    OrganizationPolicy() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangeCredentialPolicy command) {
        Versions.require(command.expectedVersion(), version, version);
        var changed = command.change().of(policy);
        if (!changed.equals(policy)) {
            apply(changed.adoptedBy(command.organizationId().value()));
        }
    }

    @EventSourcingHandler
    void on(CredentialPolicyChanged event, @SequenceNumber long sequence) {
        id = PolicyId.of(event.organizationId()).value();
        policy = CredentialPolicy.after(event);
        version = sequence + 1;
    }
}
