package io.keyledger.kernel.organization;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Its support contact changed. */
@Revision("1")
public record OrganizationContactChanged(
        String organizationId,
        @Nullable String supportPhone,
        @Nullable String supportEmail) implements OrganizationEvent {}
