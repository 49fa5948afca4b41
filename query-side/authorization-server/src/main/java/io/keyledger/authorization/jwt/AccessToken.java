package io.keyledger.authorization.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import io.keyledger.authorization.directory.AppEntry;
import java.time.Instant;

/**
 * A live access token of this service: signed by one of its keys, not expired, not revoked, of an app that exists and
 * is not disabled.
 *
 * @param id        its {@code jti}
 * @param client    the app it was issued to
 * @param expiresAt when it expires
 * @param claims    all its claims
 */
public record AccessToken(String id, AppEntry client, Instant expiresAt, JWTClaimsSet claims) {}
