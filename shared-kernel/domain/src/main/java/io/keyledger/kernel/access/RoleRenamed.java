package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** A role got another name. */
@Revision("1")
public record RoleRenamed(String roleId, String name) implements RoleEvent {}
