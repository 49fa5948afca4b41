package io.keyledger.command.organization;

import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.Name;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.reference.FreeForm;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Registers an organization. A reaction adds its roles, its owner's membership and its system apps in the same commit.
 *
 * @param slug    unique among all organizations
 * @param config  free-form within the bounds of {@link FreeForm}, possibly empty
 */
public record RegisterOrganization(
        @TargetAggregateIdentifier OrganizationId organizationId,
        Name name,
        Slug slug,
        Region region,
        Founder founder,
        Contact contact,
        Map<String, @Nullable Object> config,
        LabelChange labels) {
    public RegisterOrganization {
        FreeForm.require("config", config);
    }
}
