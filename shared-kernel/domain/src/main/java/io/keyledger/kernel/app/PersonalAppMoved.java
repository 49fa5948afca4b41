package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/**
 * A user's personal app belongs to another organization, in whose lists it is: one that the user is a member of, or none.
 *
 * @param previous       what it belonged to
 * @param organizationId what it belongs to: an organization, or, by their id, the user alone
 */
@Revision("1")
public record PersonalAppMoved(String appId, String clientId, String userId, String previous, String organizationId)
        implements TokenAttributeEvent {}
