package io.keyledger.kernel.organization;

import org.axonframework.serialization.Revision;

/** Its name changed; the slug stays, because addresses are made of it. */
@Revision("1")
public record OrganizationRenamed(String organizationId, String name) implements OrganizationEvent {}
