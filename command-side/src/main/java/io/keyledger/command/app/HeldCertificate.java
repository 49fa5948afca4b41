package io.keyledger.command.app;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A certificate in the state of its app.
 *
 * @param thumbprint SHA-256 of its DER form, base64url
 * @param expiry     the certificate is refused after its end
 * @param version    sequence number of the last event that changed what the API shows of it
 */
record HeldCertificate(String thumbprint, Expiry expiry, long version) {
    HeldCertificate with(UnaryOperator<Expiry> change) {
        return new HeldCertificate(thumbprint, change.apply(expiry), version);
    }

    boolean isLive(Instant now) {
        return !expiry.isOver(now);
    }
}
