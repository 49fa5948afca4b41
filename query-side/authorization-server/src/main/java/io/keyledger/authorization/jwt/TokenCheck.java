package io.keyledger.authorization.jwt;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.Directory;
import io.keyledger.authorization.key.SignatureCheck;
import java.time.Clock;
import java.time.Instant;
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

    /** Whether the token has the scope of this service's API. */
    public boolean opensApi(AccessToken token) {
        return ProvisioningApi.isScopeOf(token);
    }

    /** The token, when it is live now and, if it has the scope of this service's API, is meant for it. */
    public Optional<AccessToken> liveAtApi(String compact) {
        return live(compact).filter(token -> !opensApi(token) || ProvisioningApi.isAudienceOf(token, issuer));
    }

    private Optional<AccessToken> live(JWTClaimsSet claims) {
        var id = claims.getJWTID();
        var expiry = claims.getExpirationTime();
        var client = client(claims);
        var now = clock.instant();
        if (id == null
                || expiry == null
                || client == null
                || !(claims.getClaim(AccessToken.GENERATION) instanceof Number issued)
                || !isBacked(client, issued.longValue(), claims.getClaim(AccessToken.CREDENTIAL_ID), now)
                || !issuer.value().equals(claims.getIssuer())) {
            return Optional.empty();
        }
        var expiresAt = expiry.toInstant();
        return now.isBefore(expiresAt) && !directory.isRevoked(client.appId(), id)
                ? Optional.of(new AccessToken(id, client, expiresAt, issued.longValue(), claims))
                : Optional.empty();
    }

    private static boolean isBacked(AppEntry client, long issued, @Nullable Object credentialId, Instant now) {
        return credentialId == null
                ? client.backs(issued, null, now)
                : credentialId instanceof String id && client.backs(issued, id, now);
    }

    private @Nullable AppEntry client(JWTClaimsSet claims) {
        return claims.getClaim("application") instanceof Map<?, ?> application
                        && application.get("client_id") instanceof String clientId
                ? directory.client(clientId)
                : null;
    }
}
