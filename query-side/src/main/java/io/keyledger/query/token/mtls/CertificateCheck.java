package io.keyledger.query.token.mtls;

import io.keyledger.query.token.directory.Client;
import io.keyledger.query.token.use.CredentialUses;
import java.time.Clock;

/** Tells whether the certificate of a connection is one that the client registered, and notes its use. */
public final class CertificateCheck {
    private final CredentialUses uses;
    private final Clock clock;

    CertificateCheck(CredentialUses uses, Clock clock) {
        this.uses = uses;
        this.clock = clock;
    }

    /** Whether it proves that the connection is the client's. */
    public boolean accepts(Client client, PresentedCertificate shown) {
        if (client.disabled()) {
            return false;
        }
        var registered = shown.registeredBy(client, clock.instant());
        registered.ifPresent(holder -> uses.used(holder.id()));
        return registered.isPresent();
    }
}
