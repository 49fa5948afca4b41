package io.keyledger.command.organization;

import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.reference.FreeForm;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Replaces the free-form configuration of an organization, within the bounds of {@link FreeForm}. */
public record ConfigureOrganization(
        @TargetAggregateIdentifier OrganizationId organizationId, Map<String, @Nullable Object> config)
        implements OrganizationChange {
    public ConfigureOrganization {
        FreeForm.require("config", config);
    }
}
