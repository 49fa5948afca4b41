package io.keyledger.authorization.oauth;

import io.keyledger.authorization.directory.Credential;
import org.jspecify.annotations.Nullable;

/**
 * What a request proves of who sent it.
 *
 * @param credential what proved it; null when nothing did, or nothing had to
 * @param failure    a word for why it is not the client; null when it is
 */
record AuthenticationOutcome(
        @Nullable Credential credential, @Nullable String failure) {
    /** Nothing has to be proved. */
    static final AuthenticationOutcome NOT_NEEDED = new AuthenticationOutcome(null, null);

    static AuthenticationOutcome by(Credential credential) {
        return new AuthenticationOutcome(credential, null);
    }

    static AuthenticationOutcome failed(String reason) {
        return new AuthenticationOutcome(null, reason);
    }
}
