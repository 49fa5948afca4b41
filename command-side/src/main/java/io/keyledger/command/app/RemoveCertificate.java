package io.keyledger.command.app;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.CertificateId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Removes a certificate from an app.
 *
 * @param allowLast whether it may be the last live credential of a confidential app
 */
public record RemoveCertificate(
        @TargetAggregateIdentifier AppId appId,
        CertificateId certificateId,
        boolean allowLast,
        @Nullable ExpectedVersions expectedVersion) {}
