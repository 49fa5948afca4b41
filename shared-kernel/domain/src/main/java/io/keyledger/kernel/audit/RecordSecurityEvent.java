package io.keyledger.kernel.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that something was tried and refused, once or several times.
 *
 * @param logId the history that it belongs to, the same as the event's
 */
public record RecordSecurityEvent(@TargetAggregateIdentifier SecurityLogId logId, SecurityEvent event) {}
