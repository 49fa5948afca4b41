package io.keyledger.command.organization;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Labels;
import io.keyledger.command.decision.Versions;
import io.keyledger.kernel.organization.OrganizationConfigured;
import io.keyledger.kernel.organization.OrganizationContactChanged;
import io.keyledger.kernel.organization.OrganizationEvent;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.organization.OrganizationRenamed;
import io.keyledger.kernel.organization.OwnershipTransferred;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import io.keyledger.kernel.reference.LabelEvent;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An organization: its name, support contact and configuration, and the membership of its owner. */
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills every field
public class Organization {
    private static final String RESOURCE = "organizations";

    @AggregateIdentifier
    private String id;

    private String name;
    private @Nullable String supportPhone;
    private @Nullable String supportEmail;
    private Map<String, @Nullable Object> config = Map.of();
    private @Nullable String lastOwner;
    private Labels labels = Labels.NONE;
    private long version;

    Organization() {}

    @CommandHandler
    Organization(RegisterOrganization command) {
        var newId = command.organizationId().value();
        apply(new OrganizationRegistered(
                newId,
                command.name().value(),
                command.slug().value(),
                command.region().value(),
                command.founder().userId().value(),
                command.founder().email().value()));
        applyContact(newId, command.contact());
        applyConfig(newId, command.config());
        Labels.NONE.decide(RESOURCE, newId, command.labels()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeOrganization command) {
        Versions.require(command.expectedVersion(), version, getVersion());
        var faults = new Faults();
        command.changes().forEach(change -> faults.collect(() -> decide(change)));
        faults.refuseIfAny();
    }

    @CommandHandler
    void handle(RenameOrganization command) {
        var newName = command.name().value();
        if (!newName.equals(name)) {
            apply(new OrganizationRenamed(id, newName));
        }
    }

    @CommandHandler
    void handle(ChangeOrganizationContact command) {
        applyContact(id, command.contact());
    }

    @CommandHandler
    void handle(ConfigureOrganization command) {
        applyConfig(id, command.config());
    }

    @CommandHandler
    void handle(ChangeOrganizationLabels command) {
        labels.decide(RESOURCE, id, command.labels()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(TransferOwnership command) {
        Versions.require(command.expectedVersion(), version, getVersion());
        var from = command.from().value();
        var to = command.to().value();
        if (lastOwner != null && !lastOwner.equals(from)) {
            throw new RuleViolation(new Refusal(ErrorCode.FORBIDDEN, "only the owner hands an organization over"));
        }
        if (!to.equals(from)) {
            apply(new OwnershipTransferred(id, from, to, command.adminRole().value()));
        }
    }

    private void decide(OrganizationChange change) {
        switch (change) {
            case RenameOrganization c -> handle(c);
            case ChangeOrganizationContact c -> handle(c);
            case ConfigureOrganization c -> handle(c);
            case ChangeOrganizationLabels c -> handle(c);
        }
    }

    private void applyContact(String organizationId, Contact contact) {
        var phone = contact.phone().or(supportPhone);
        var email = contact.email().or(supportEmail);
        if (!Objects.equals(phone, supportPhone) || !Objects.equals(email, supportEmail)) {
            apply(new OrganizationContactChanged(organizationId, phone, email));
        }
    }

    private void applyConfig(String organizationId, Map<String, @Nullable Object> newConfig) {
        if (!newConfig.equals(config)) {
            apply(new OrganizationConfigured(organizationId, newConfig));
        }
    }

    @EventSourcingHandler
    void on(OrganizationEvent event, @SequenceNumber long sequence) {
        switch (event) {
            case OrganizationRegistered e -> {
                id = e.organizationId();
                name = e.name();
            }
            case OrganizationRenamed e -> name = e.name();
            case OrganizationContactChanged e -> {
                supportPhone = e.supportPhone();
                supportEmail = e.supportEmail();
            }
            case OrganizationConfigured e -> config = e.config();
            case OwnershipTransferred e -> lastOwner = e.toMembershipId();
        }
        version = sequence;
    }

    @EventSourcingHandler
    void on(LabelEvent event, @SequenceNumber long sequence) {
        labels = labels.after(event);
        version = sequence;
    }
}
