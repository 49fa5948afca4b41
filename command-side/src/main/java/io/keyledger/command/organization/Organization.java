package io.keyledger.command.organization;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Labels;
import io.keyledger.command.decision.Versions;
import io.keyledger.kernel.DomainEvent;
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
import java.util.List;
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
        contactChanged(newId, command.contact()).forEach(AggregateLifecycle::apply);
        configured(newId, command.config()).forEach(AggregateLifecycle::apply);
        Labels.NONE.decide(RESOURCE, newId, command.labels()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeOrganization command) {
        Versions.require(command.expectedVersion(), version, getVersion());
        Faults.applyAll(command.changes(), this::decide);
    }

    @CommandHandler
    void handle(RenameOrganization command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeOrganizationContact command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ConfigureOrganization command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeOrganizationLabels command) {
        decide(command).forEach(AggregateLifecycle::apply);
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

    private List<? extends DomainEvent> decide(OrganizationChange change) {
        return switch (change) {
            case RenameOrganization c -> renamed(c.name().value());
            case ChangeOrganizationContact c -> contactChanged(id, c.contact());
            case ConfigureOrganization c -> configured(id, c.config());
            case ChangeOrganizationLabels c -> labels.decide(RESOURCE, id, c.labels());
        };
    }

    private List<OrganizationEvent> renamed(String newName) {
        return newName.equals(name) ? List.of() : List.of(new OrganizationRenamed(id, newName));
    }

    private List<OrganizationEvent> contactChanged(String organizationId, Contact contact) {
        var phone = contact.phone().or(supportPhone);
        var email = contact.email().or(supportEmail);
        return Objects.equals(phone, supportPhone) && Objects.equals(email, supportEmail)
                ? List.of()
                : List.of(new OrganizationContactChanged(organizationId, phone, email));
    }

    private List<OrganizationEvent> configured(String organizationId, Map<String, @Nullable Object> newConfig) {
        return newConfig.equals(config) ? List.of() : List.of(new OrganizationConfigured(organizationId, newConfig));
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
