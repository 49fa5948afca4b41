package io.keyledger.authorization.oauth;

import io.keyledger.authorization.directory.Credential;
import org.jspecify.annotations.Nullable;

/**
 * What a request proves of who sent it.
 *
 * @param credential what proved it; null when nothing did, or nothing had to
 * @param failure    a word for why it is not the client; null when it is
 */
record Proof(@Nullable Credential credential, @Nullable String failure) {
    /** Nothing has to be proved. */
    static final Proof NOT_NEEDED = new Proof(null, null);

    static Proof by(Credential credential) {
        return new Proof(credential, null);
    }

    static Proof failed(String reason) {
        return new Proof(null, reason);
    }
}
