package io.keyledger.authorization.assertion;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.keyledger.authorization.key.CompactJws;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client assertion as it was presented, not verified before {@link AssertionCheck} has accepted it. One whose header
 * carries a key, or an extension that must be understood, is not read. Source: RFC 7523, RFC 8725 section 3.
 *
 * @param claims its claims, not verified
 */
public record ClientAssertion(SignedJWT token, JWTClaimsSet claims) {
    private static final int LONGEST = 8192;
    private static final Set<String> REFUSED = Set.of("jku", "x5u", "jwk", "x5c", "crit", "b64");
    private static final Set<JOSEObjectType> TYPES =
            Set.of(JOSEObjectType.JWT, new JOSEObjectType("client-authentication+jwt"));

    /** Reads the compact form; empty when it cannot be a client assertion. */
    public static Optional<ClientAssertion> read(String compact) {
        if (compact.length() > LONGEST) {
            return Optional.empty();
        }
        return CompactJws.read(compact)
                .filter(read -> isAcceptable(read.token().getHeader()))
                .map(read -> new ClientAssertion(read.token(), read.claims()));
    }

    /** The client id that it claims to be from. */
    public @Nullable String issuer() {
        return claims.getIssuer();
    }

    @Override
    public String toString() {
        return "ClientAssertion[" + claims.getIssuer() + "]";
    }

    private static boolean isAcceptable(JWSHeader header) {
        var type = header.getType();
        return Collections.disjoint(header.getIncludedParams(), REFUSED) && (type == null || TYPES.contains(type));
    }
}
