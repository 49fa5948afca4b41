package io.keyledger.authorization.oauth;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** Thrown for a revocation that cannot be kept now: the token lives on. Source: RFC 7009 section 2.2.1. */
final class RevocationsFull extends OAuth2AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final long retryAfter;

    RevocationsFull(long retryAfter) {
        super(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);
        this.retryAfter = retryAfter;
    }

    /** Seconds. */
    long retryAfter() {
        return retryAfter;
    }
}
