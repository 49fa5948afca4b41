package io.keyledger.authorization.oauth;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** An authenticated client gets no token because of its organization's policy (RFC 6749 section 5.2). */
final class PolicyRefusal extends OAuth2AuthenticationException {
    private static final long serialVersionUID = 1L;

    PolicyRefusal(PolicyBreach breach) {
        super(
                new OAuth2Error(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, breach.description(), null),
                OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
    }

    String description() {
        return String.valueOf(getError().getDescription());
    }
}
