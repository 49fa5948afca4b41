package io.keyledger.command.app;

import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Deletes the personal provisioning app of a user. Sent only by the reaction to the end of that user. */
public record DeletePersonalApp(@TargetAggregateIdentifier AppId appId, UserId userId) {}
