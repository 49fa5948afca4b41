package io.keyledger.kernel.app;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends every token that was issued to the app until now.
 *
 * @param appId the app
 */
public record RevokeTokens(@TargetAggregateIdentifier AppId appId) {}
