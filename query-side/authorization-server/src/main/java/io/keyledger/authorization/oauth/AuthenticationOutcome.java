package io.keyledger.authorization.oauth;

import io.keyledger.authorization.directory.Credential;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking a client's credential.
 *
 * @param credential the one that was accepted; null when none was, or none was needed
 * @param failure    a word for why authentication failed; null when it did not
 */
record AuthenticationOutcome(
        @Nullable Credential credential, @Nullable String failure) {
    /** For public clients, which need no credential. */
    static final AuthenticationOutcome NOT_NEEDED = new AuthenticationOutcome(null, null);

    static AuthenticationOutcome by(Credential credential) {
        return new AuthenticationOutcome(credential, null);
    }

    static AuthenticationOutcome failed(String reason) {
        return new AuthenticationOutcome(null, reason);
    }
}
