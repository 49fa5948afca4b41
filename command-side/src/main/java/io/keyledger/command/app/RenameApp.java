package io.keyledger.command.app;

import io.keyledger.command.resource.Name;
import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives an app another name. */
public record RenameApp(@TargetAggregateIdentifier AppId appId, Name name) implements AppChange {}
