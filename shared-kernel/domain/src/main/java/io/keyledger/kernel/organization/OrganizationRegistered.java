package io.keyledger.kernel.organization;

import org.axonframework.serialization.Revision;

/** An organization exists from now on; the user named, known by that address at the time, is its owner. */
@Revision("1")
public record OrganizationRegistered(
        String organizationId, String name, String slug, String region, String ownerUserId, String ownerEmail)
        implements OrganizationEvent {}
