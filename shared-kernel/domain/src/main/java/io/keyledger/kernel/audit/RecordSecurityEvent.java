package io.keyledger.kernel.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records refused attempts of one kind, one or several.
 *
 * @param logId id of the aggregate, the same as the event's
 */
public record RecordSecurityEvent(@TargetAggregateIdentifier SecurityLogId logId, SecurityEvent event) {}
