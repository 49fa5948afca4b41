package io.keyledger.command.app;

import java.time.Instant;

/**
 * A certificate as its app remembers it.
 *
 * @param thumbprint SHA-256 of its DER form, base64url
 * @param end        after this instant it proves nothing
 * @param version    sequence number of the last event that is seen of it
 */
record HeldCertificate(String thumbprint, Instant end, long version) {
    boolean isLive(Instant now) {
        return !now.isAfter(end);
    }
}
