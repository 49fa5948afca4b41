package io.keyledger.command.app;

import io.keyledger.command.resource.LabelChange;
import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes reference, origin or metadata of an app. */
public record ChangeAppLabels(@TargetAggregateIdentifier AppId appId, LabelChange labels) implements AppChange {}
