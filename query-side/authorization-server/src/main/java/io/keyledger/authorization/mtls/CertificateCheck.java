package io.keyledger.authorization.mtls;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.CertificateEntry;
import java.time.Clock;
import java.util.Optional;

/** Tells whether the certificate of a connection is one that the client registered. */
public final class CertificateCheck {
    private final Clock clock;

    CertificateCheck(Clock clock) {
        this.clock = clock;
    }

    /** The registered certificate that proves that the connection is the client's. */
    public Optional<CertificateEntry> accepted(AppEntry client, PresentedCertificate shown) {
        return client.disabled() ? Optional.empty() : shown.registeredBy(client, clock.instant());
    }
}
