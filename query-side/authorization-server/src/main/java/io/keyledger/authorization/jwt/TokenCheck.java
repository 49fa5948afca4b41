package io.keyledger.authorization.jwt;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.Directory;
import io.keyledger.authorization.key.SignatureCheck;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells live access tokens of this service from everything else, without leaving the process. A header may contain only
 * what this service writes: {@code alg}, {@code typ}, {@code kid}. Source: RFC 8725, RFC 9068 section 4, BARS 9.
 */
public final class TokenCheck {
    /** The type of the OAuth profile's tokens (RFC 9068). */
    public static final JOSEObjectType AT_JWT = new JOSEObjectType("at+jwt");

    private static final int LONGEST = 8192;

    private final SignedTokens signed;
    private final Directory directory;
    private final Issuer issuer;
    private final Clock clock;

    TokenCheck(SignatureCheck signatures, Directory directory, Issuer issuer, Clock clock) {
        this.signed = new SignedTokens(signatures);
        this.directory = directory;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The token, when it is one of this service and live now. */
    public Optional<AccessToken> live(String compact) {
        if (compact.length() > LONGEST) {
            return Optional.empty();
        }
        return signed.claims(compact).flatMap(this::live);
    }

    private Optional<AccessToken> live(JWTClaimsSet claims) {
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

    private @Nullable AppEntry client(JWTClaimsSet claims) {
        var client = claims.getClaim("application") instanceof Map<?, ?> application
                        && application.get("client_id") instanceof String clientId
                ? directory.client(clientId)
                : null;
        return client == null || client.disabled() ? null : client;
    }
}
