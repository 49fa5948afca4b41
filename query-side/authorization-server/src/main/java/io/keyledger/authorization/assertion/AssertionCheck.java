package io.keyledger.authorization.assertion;

import com.nimbusds.jwt.JWTClaimsSet;
import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.CertificateEntry;
import io.keyledger.authorization.jwt.Issuer;
import io.keyledger.kernel.assertion.UsedAssertions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks that an assertion is from the client: signed by the key of one of its certificates that is valid now, with
 * this issuer as its audience, made for five minutes at most, and used for the first time. The use is stored
 * on disk before the answer. Each time in it may differ by the tolerance for clocks. Source: RFC 7523 section 3 with the audience of its revision
 * (draft-ietf-oauth-rfc7523bis): the issuer identifier alone.
 */
public final class AssertionCheck {
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    /** As many as an app has live at once. */
    private static final int MOST_TRIED = 20;

    private final AssertionSettings settings;
    private final CertificateKeys keys;
    private final UsedAssertions used;
    private final Issuer issuer;
    private final Clock clock;

    AssertionCheck(AssertionSettings settings, CertificateKeys keys, UsedAssertions used, Issuer issuer, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.used = used;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The certificate whose key signed the assertion; empty when it is refused. Each assertion is accepted once. */
    public Optional<CertificateEntry> accepted(AppEntry client, ClientAssertion assertion) {
        var now = clock.instant();
        var claims = assertion.claims();
        if (client.disabled() || !isFrom(client, claims) || !isForUs(claims) || !isTimely(claims, now)) {
            return Optional.empty();
        }
        var signer = signer(client, assertion, now);
        if (signer.isEmpty() || claims.getJWTID() == null || !isFirstUse(client, claims)) {
            return Optional.empty();
        }
        return signer;
    }

    private Optional<CertificateEntry> signer(AppEntry client, ClientAssertion assertion, Instant now) {
        if (!settings.allows(assertion.token().getHeader().getAlgorithm())) {
            return Optional.empty();
        }
        return client.certificates().stream()
                .filter(holder -> holder.isValid(now) && keys.isMeant(holder, assertion.token()))
                .limit(MOST_TRIED)
                .filter(holder -> keys.signed(holder, assertion.token()))
                .findFirst();
    }

    private static boolean isFrom(AppEntry client, JWTClaimsSet claims) {
        return client.clientId().equals(claims.getIssuer()) && client.clientId().equals(claims.getSubject());
    }

    private boolean isForUs(JWTClaimsSet claims) {
        var audience = claims.getAudience();
        return audience.size() == 1 && isUs(audience.getFirst());
    }

    private boolean isUs(String audience) {
        return audience.equals(issuer.value())
                || (settings.tokenEndpointAudience() && audience.equals(issuer.value() + "/oauth/token"));
    }

    private boolean isTimely(JWTClaimsSet claims, Instant now) {
        var end = claims.getExpirationTime();
        return end != null
                && now.isBefore(end.toInstant().plus(settings.clockSkew()))
                && !end.toInstant()
                        .isAfter(begin(claims, now).plus(LONGEST_LIFE).plus(settings.clockSkew()))
                && hasCome(claims.getIssueTime(), now)
                && hasCome(claims.getNotBeforeTime(), now);
    }

    /** By the client's own clock where it says so. */
    private static Instant begin(JWTClaimsSet claims, Instant now) {
        var issued = claims.getIssueTime();
        return issued == null ? now : issued.toInstant();
    }

    private boolean hasCome(@Nullable Date begin, Instant now) {
        return begin == null || !begin.toInstant().isAfter(now.plus(settings.clockSkew()));
    }

    private boolean isFirstUse(AppEntry client, JWTClaimsSet claims) {
        return used.use(
                AssertionId.of(client.clientId(), claims.getJWTID()),
                claims.getExpirationTime().toInstant().plus(settings.clockSkew()));
    }
}
