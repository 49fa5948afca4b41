package io.keyledger.authorization.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import io.keyledger.authorization.directory.AppEntry;
import java.time.Instant;

/**
 * A live access token of this service: signed by one of its keys, not expired, not revoked, of an app that exists and
 * is not disabled, got with a credential that was not taken back since.
 *
 * @param id         its {@code jti}
 * @param client     the app it was issued to
 * @param expiresAt  when it expires
 * @param generation the one of its app that it was issued in
 * @param claims     all its claims
 */
public record AccessToken(String id, AppEntry client, Instant expiresAt, long generation, JWTClaimsSet claims) {
    /** The claim with the id of the client secret or certificate it was got with; none when none was needed. */
    public static final String CREDENTIAL_ID = "credential_id";

    /** The claim with the {@link AppEntry#generation generation} of its app that it was issued in. */
    public static final String GENERATION = "token_generation";

    /** The claim of a user's token with how many memberships of the user had ended when it was issued. */
    public static final String DEPARTURES = "membership_generation";

    /** How many memberships of the user had ended; none for a token that does not say. */
    public long departures() {
        return claims.getClaim(DEPARTURES) instanceof Number ended ? ended.longValue() : 0;
    }
}
