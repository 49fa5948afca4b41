package io.keyledger.command.organization;

import io.keyledger.command.value.Given;

/**
 * Where the support of an organization is reached; a part that is absent stays.
 *
 * @param phone as people dial it
 * @param email as people write to it
 */
public record Contact(Given<String> phone, Given<String> email) {}
