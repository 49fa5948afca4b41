package io.keyledger.command.app;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A certificate as its app remembers it.
 *
 * @param thumbprint SHA-256 of its DER form, base64url
 * @param expiry     after its end it proves nothing
 * @param version    sequence number of the last event that is seen of it
 */
record HeldCertificate(String thumbprint, Expiry expiry, long version) {
    HeldCertificate with(UnaryOperator<Expiry> change) {
        return new HeldCertificate(thumbprint, change.apply(expiry), version);
    }

    boolean isLive(Instant now) {
        return !expiry.isOver(now);
    }
}
