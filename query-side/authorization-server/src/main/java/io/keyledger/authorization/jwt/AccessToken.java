package io.keyledger.authorization.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import io.keyledger.authorization.directory.AppEntry;
import java.time.Instant;

/**
 * A token of ours that is alive: well signed, not expired, not revoked, of an app that exists and is not disabled.
 *
 * @param id        its {@code jti}
 * @param client    the app it was issued to
 * @param expiresAt when it ends
 * @param claims    all it says
 */
public record AccessToken(String id, AppEntry client, Instant expiresAt, JWTClaimsSet claims) {}
