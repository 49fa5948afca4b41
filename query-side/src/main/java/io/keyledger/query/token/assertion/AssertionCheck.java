package io.keyledger.query.token.assertion;

import com.nimbusds.jwt.JWTClaimsSet;
import io.keyledger.kernel.assertion.UsedAssertions;
import io.keyledger.query.token.directory.Client;
import io.keyledger.query.token.directory.KeyHolder;
import io.keyledger.query.token.jwt.Issuer;
import io.keyledger.query.token.use.CredentialUses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an assertion is the client's: signed by the key of one of its certificates that is valid now, meant for us,
 * short-lived, and never used before. The use is on the disk when the answer is yes. Source: RFC 7523 section 3 with the
 * audience of its revision (draft-ietf-oauth-rfc7523bis): the issuer identifier alone.
 */
public final class AssertionCheck {
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    private final AssertionSettings settings;
    private final CertificateKeys keys;
    private final UsedAssertions used;
    private final CredentialUses uses;
    private final Issuer issuer;
    private final Clock clock;

    AssertionCheck(
            AssertionSettings settings,
            CertificateKeys keys,
            UsedAssertions used,
            CredentialUses uses,
            Issuer issuer,
            Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.used = used;
        this.uses = uses;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Whether the assertion proves that it is from the client; it proves so once. */
    public boolean accepts(Client client, ClientAssertion assertion) {
        var now = clock.instant();
        var claims = assertion.claims();
        if (client.disabled() || !isFrom(client, claims) || !isForUs(claims) || !isTimely(claims, now)) {
            return false;
        }
        var signer = signer(client, assertion, now);
        if (signer.isEmpty() || claims.getJWTID() == null || !isFirstUse(client, claims)) {
            return false;
        }
        uses.used(signer.get().id());
        return true;
    }

    private Optional<KeyHolder> signer(Client client, ClientAssertion assertion, Instant now) {
        if (!settings.allows(assertion.token().getHeader().getAlgorithm())) {
            return Optional.empty();
        }
        return client.certificates().stream()
                .filter(holder -> holder.isValid(now) && assertion.names(holder))
                .filter(holder -> keys.signed(holder, assertion.token()))
                .findFirst();
    }

    private static boolean isFrom(Client client, JWTClaimsSet claims) {
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
                && now.isBefore(end.toInstant())
                && !end.toInstant().isAfter(now.plus(LONGEST_LIFE))
                && hasCome(claims.getIssueTime(), now)
                && hasCome(claims.getNotBeforeTime(), now);
    }

    private boolean hasCome(@Nullable Date begin, Instant now) {
        return begin == null || !begin.toInstant().isAfter(now.plus(settings.clockSkew()));
    }

    private boolean isFirstUse(Client client, JWTClaimsSet claims) {
        return used.use(
                AssertionId.of(client.clientId(), claims.getJWTID()),
                claims.getExpirationTime().toInstant());
    }
}
