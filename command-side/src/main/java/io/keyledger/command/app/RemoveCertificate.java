package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.CertificateId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Takes a certificate away from an app.
 *
 * @param allowLast whether it may be the last live credential of an app that has to prove itself
 */
public record RemoveCertificate(
        @TargetAggregateIdentifier AppId appId,
        CertificateId certificateId,
        boolean allowLast,
        @Nullable Long expectedVersion) {}
