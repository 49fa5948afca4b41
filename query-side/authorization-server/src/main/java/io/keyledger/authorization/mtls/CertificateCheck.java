package io.keyledger.authorization.mtls;

import io.keyledger.authorization.assertion.CertificateKeys;
import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.CertificateEntry;
import java.time.Clock;
import java.util.Optional;

/** Checks that the certificate of a connection is one that the app has registered. */
public final class CertificateCheck {
    private final CertificateKeys keys;
    private final Clock clock;

    CertificateCheck(CertificateKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The app's registered certificate that matches; empty when it is refused. */
    public Optional<CertificateEntry> accepted(AppEntry client, PresentedCertificate shown) {
        return client.disabled()
                ? Optional.empty()
                : shown.registeredBy(client, clock.instant()).filter(keys::isUsable);
    }
}
