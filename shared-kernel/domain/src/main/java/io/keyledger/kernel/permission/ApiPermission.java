package io.keyledger.kernel.permission;

/**
 * Something an app may be allowed at the services that accept its tokens. It never gives a right in this service's own API.
 *
 * @param name        as it stands in scopes: letters, digits and {@code . _ : / -}, at most 100
 * @param subject     what it is about
 * @param description for people
 */
public record ApiPermission(String name, String subject, String description) {}
