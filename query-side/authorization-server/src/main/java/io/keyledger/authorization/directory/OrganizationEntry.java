package io.keyledger.authorization.directory;

import io.keyledger.kernel.organization.OrganizationConfigured;
import io.keyledger.kernel.organization.OrganizationContactChanged;
import io.keyledger.kernel.organization.OrganizationEvent;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.organization.OrganizationRenamed;
import io.keyledger.kernel.organization.OwnershipTransferred;
import org.jspecify.annotations.Nullable;

/** What tokens say about an organization. */
public record OrganizationEntry(String id, String slug, String region) {
    static @Nullable OrganizationEntry after(@Nullable OrganizationEntry before, OrganizationEvent event) {
        return switch (event) {
            case OrganizationRegistered e -> new OrganizationEntry(e.organizationId(), e.slug(), e.region());
            case OrganizationRenamed _,
                    OrganizationContactChanged _,
                    OrganizationConfigured _,
                    OwnershipTransferred _ -> before;
        };
    }
}
