package io.keyledger.command.app;

import io.keyledger.command.certificate.ClientCertificate;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.CertificateId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Adds a certificate, with whose key the app may authenticate; at most twenty are live at once.
 *
 * @param name display name
 */
public record AddCertificate(
        @TargetAggregateIdentifier AppId appId,
        CertificateId certificateId,
        @Nullable String name,
        ClientCertificate certificate) {}
