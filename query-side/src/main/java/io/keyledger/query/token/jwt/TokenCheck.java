package io.keyledger.query.token.jwt;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.keyledger.query.token.directory.Client;
import io.keyledger.query.token.directory.Directory;
import io.keyledger.query.token.key.SignatureCheck;
import java.text.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells our live access tokens from everything else, without leaving the process. Only what this service writes into a
 * header is accepted in one: {@code alg}, {@code typ}, {@code kid}. Source: RFC 8725, RFC 9068 section 4, BARS 9.
 */
public final class TokenCheck {
    /** The type of the OAuth profile's tokens (RFC 9068). */
    public static final JOSEObjectType AT_JWT = new JOSEObjectType("at+jwt");

    private static final int LONGEST = 8192;
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
    private static final Map<JWSAlgorithm, JOSEObjectType> TYPES = Map.of(
            JWSAlgorithm.ES256, AT_JWT,
            JWSAlgorithm.RS256, AT_JWT,
            JWSAlgorithm.RS512, JOSEObjectType.JWT);

    private final SignatureCheck signatures;
    private final Directory directory;
    private final Issuer issuer;
    private final Clock clock;

    TokenCheck(SignatureCheck signatures, Directory directory, Issuer issuer, Clock clock) {
        this.signatures = signatures;
        this.directory = directory;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The token, when it is one of ours and alive now. */
    public Optional<AccessToken> live(String compact) {
        if (compact.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var token = SignedJWT.parse(compact);
            return isOurs(token.getHeader()) && signatures.isValid(token)
                    ? live(token.getJWTClaimsSet())
                    : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(JWSHeader header) {
        var type = TYPES.get(header.getAlgorithm());
        return type != null
                && type.equals(header.getType())
                && header.getIncludedParams().equals(HEADER);
    }

    private Optional<AccessToken> live(JWTClaimsSet claims) throws ParseException {
        var id = claims.getJWTID();
        var expiry = claims.getExpirationTime();
        var client = client(claims);
        if (id == null || expiry == null || client == null || !issuer.value().equals(claims.getIssuer())) {
            return Optional.empty();
        }
        var expiresAt = expiry.toInstant();
        return clock.instant().isBefore(expiresAt) && !directory.isRevoked(id)
                ? Optional.of(new AccessToken(id, client, expiresAt, claims))
                : Optional.empty();
    }

    private @Nullable Client client(JWTClaimsSet claims) throws ParseException {
        var application = claims.getJSONObjectClaim("application");
        var client = application != null && application.get("client_id") instanceof String clientId
                ? directory.client(clientId)
                : null;
        return client == null || client.disabled() ? null : client;
    }
}
