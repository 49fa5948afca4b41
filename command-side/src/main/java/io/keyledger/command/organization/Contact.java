package io.keyledger.command.organization;

import io.keyledger.command.value.Given;

/**
 * The support contact of an organization; an absent part stays.
 *
 * @param phone free-form
 * @param email free-form
 */
public record Contact(Given<String> phone, Given<String> email) {}
