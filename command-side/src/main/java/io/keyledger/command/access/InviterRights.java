package io.keyledger.command.access;

import org.jspecify.annotations.Nullable;

/** What those who invited may do now. */
@FunctionalInterface
public interface InviterRights {
    /**
     * Whether somebody still holds all rights of a role of the organization.
     *
     * @param actorKind of who invited: {@code user}, {@code app}, or else the service or its operator, who always may
     * @param actorId   of who invited
     */
    boolean cover(@Nullable String actorKind, @Nullable String actorId, String organizationId, String roleId);
}
