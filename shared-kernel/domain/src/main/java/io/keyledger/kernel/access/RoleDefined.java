package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** A role exists from now on; kind is admin, read_only or custom. */
@Revision("1")
public record RoleDefined(String roleId, String organizationId, String name, String kind) implements RoleEvent {}
