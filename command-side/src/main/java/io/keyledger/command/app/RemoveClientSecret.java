package io.keyledger.command.app;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.SecretId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Revokes a client secret at once.
 *
 * @param allowLast whether it may be the last live credential of a confidential app
 */
public record RemoveClientSecret(
        @TargetAggregateIdentifier AppId appId,
        SecretId secretId,
        boolean allowLast,
        @Nullable ExpectedVersions expectedVersion) {}
