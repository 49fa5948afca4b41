package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/**
 * A user is no member of an organization any more: tokens issued to them until now open nothing there, also when they
 * become a member again.
 */
@Revision("1")
public record OrganizationLeft(String userId, String organizationId) implements UserEvent {}
