package io.keyledger.authorization.jwt;

import java.util.Arrays;
import java.util.List;

/** What a token needs to open this service's own API, under {@code /api}. Source: CONTRACT A1, RFC 9068 section 3. */
public final class ProvisioningApi {
    /** The word of the scope; it stands in a scope alone. */
    public static final String SCOPE = "provisioning-api";

    private ProvisioningApi() {}

    /** The audience of tokens with that scope, in the profile whose tokens name one. */
    public static String audience(Issuer issuer) {
        return issuer.value() + "/api";
    }

    /** Whether these words are, or include, the scope of the API. */
    public static boolean isAskedFor(String scope) {
        return Arrays.asList(scope.split(" ", -1)).contains(SCOPE);
    }

    /** Whether the token was issued with the scope of the API. */
    static boolean isScopeOf(AccessToken token) {
        return token.claims().getClaim("scope") instanceof String scope && isAskedFor(scope);
    }

    /** Whether the token names no audience, as in the provisioning profile, or the API alone. */
    static boolean isAudienceOf(AccessToken token, Issuer issuer) {
        var audience = token.claims().getAudience();
        return audience.isEmpty() || audience.equals(List.of(audience(issuer)));
    }
}
