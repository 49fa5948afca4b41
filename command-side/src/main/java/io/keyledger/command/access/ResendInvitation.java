package io.keyledger.command.access;

import io.keyledger.kernel.access.MembershipId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Replaces the activation code of a pending membership; {@code verifier} is the keyed hash of the new code. */
public record ResendInvitation(@TargetAggregateIdentifier MembershipId membershipId, String verifier) {}
