package io.keyledger.kernel.permission;

/**
 * A permission of an app at the services that accept its tokens. It gives no right in this service's own API.
 *
 * @param name        as it stands in scopes: letters, digits and {@code . _ : / -}, at most 100
 * @param subject     the resource it covers
 * @param description for people
 */
public record ApiPermission(String name, String subject, String description) {}
