package io.keyledger.command.app;

import io.keyledger.command.certificate.ClientCertificate;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.CertificateId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Lets an app prove itself with the key of one more certificate, at most twenty live ones.
 *
 * @param name what people call it
 */
public record AddCertificate(
        @TargetAggregateIdentifier AppId appId,
        CertificateId certificateId,
        @Nullable String name,
        ClientCertificate certificate) {}
