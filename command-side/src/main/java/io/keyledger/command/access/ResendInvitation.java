package io.keyledger.command.access;

import io.keyledger.kernel.access.MembershipId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Replaces the activation code of a pending membership, of which the verifier is the keyed hash. */
public record ResendInvitation(@TargetAggregateIdentifier MembershipId membershipId, String verifier) {}
