package io.keyledger.authorization.oauth;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2TokenRevocationAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads a revocation request, and keeps its profile. */
final class RevocationRequest implements AuthenticationConverter {
    private final AuthenticationConverter usual = new OAuth2TokenRevocationAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        return usual.convert(request) instanceof OAuth2TokenRevocationAuthenticationToken wish
                ? new Wish(wish, Profile.of(request))
                : null;
    }

    /** A token to revoke, and for whom. */
    static final class Wish extends OAuth2TokenRevocationAuthenticationToken {
        private static final long serialVersionUID = 1L;

        private final Profile profile;

        private Wish(OAuth2TokenRevocationAuthenticationToken read, Profile profile) {
            super(read.getToken(), (Authentication) read.getPrincipal(), read.getTokenTypeHint());
            this.profile = profile;
        }

        Profile profile() {
            return profile;
        }
    }
}
