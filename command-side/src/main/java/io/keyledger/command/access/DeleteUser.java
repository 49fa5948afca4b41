package io.keyledger.command.access;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.access.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a user. A reaction ends the personal app and the memberships in the same commit; refused with LOCKED while the
 * user owns an organization.
 */
public record DeleteUser(
        @TargetAggregateIdentifier UserId userId, @Nullable ExpectedVersions expectedVersion) {}
