package io.keyledger.authorization.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration ROTATE = Duration.ofDays(90);
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final CryptoProvider CRYPTO = CryptoProvider.best();
    private static final Set<JWSAlgorithm> NEEDED = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS512);
    private static final byte[] CLAIMS = "{}".getBytes(UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @Test
    void makesAKeyForEachAlgorithmInUseAndKeepsThem() {
        var made = rotation(START, "RS256").renewed();

        assertThat(made.keys())
                .extracting(key -> key.getAlgorithm().getName())
                .containsExactlyInAnyOrder("RS256", "RS512");
        assertThat(rotation(START.plus(Duration.ofDays(1)), "RS256").renewed()).isEqualTo(made);
    }

    @Test
    void publishesTheNextKeyBeforeItSigns() {
        var first = signing(rotation(START).renewed(), START);
        var published = START.plus(ROTATE).minus(AHEAD);

        assertThat(ids(rotation(published.minusSeconds(1)).renewed())).hasSize(2);
        var ring = rotation(published).renewed();

        assertThat(ids(ring)).hasSize(4);
        assertThat(signing(ring, published)).isEqualTo(first);
        assertThat(signing(ring, published.plus(AHEAD).minusSeconds(1))).isEqualTo(first);
        assertThat(signing(ring, published.plus(AHEAD))).isNotEqualTo(first);
        assertThat(rotation(published.plusSeconds(1)).renewed()).isEqualTo(ring);
    }

    @Test
    void keepsAKeyUntilTheLongestTokenItSignedIsDead() {
        var first = signing(rotation(START).renewed(), START);
        rotation(START.plus(ROTATE).minus(AHEAD)).renewed();
        var lastTokenDies = START.plus(ROTATE).plus(Duration.ofDays(365));

        assertThat(rotation(lastTokenDies).renewed().find(first)).isNotNull();
        assertThat(rotation(lastTokenDies.plusSeconds(1)).renewed().find(first)).isNull();
    }

    @Test
    void goesOnWithTheSameKeyWhenRotationIsOff() {
        var settings = new KeySettings("ES256", null, Duration.ZERO, AHEAD);
        var made = rotation(START, settings).renewed();

        assertThat(rotation(START.plus(Duration.ofDays(5000)), settings).renewed())
                .isEqualTo(made);
    }

    @Test
    void verifiesTokensOfEveryKeyStillPublished() throws ParseException {
        var old = keys(rotation(START).renewed(), START);
        var token = old.sign(JWSAlgorithm.ES256, new JOSEObjectType("at+jwt"), CLAIMS);
        var later = START.plus(ROTATE);
        rotation(later.minus(AHEAD)).renewed();
        var current = keys(rotation(later).renewed(), later);

        assertThat(new SignatureCheck(current, CRYPTO).isValid(SignedJWT.parse(token)))
                .isTrue();
        assertThat(SignedJWT.parse(current.sign(JWSAlgorithm.ES256, new JOSEObjectType("at+jwt"), CLAIMS))
                        .getHeader()
                        .getKeyID())
                .isNotEqualTo(SignedJWT.parse(token).getHeader().getKeyID());
    }

    @Test
    void knowsAWithdrawnKeyNoMore() {
        var made = rotation(START).renewed();
        var keys = keys(made, START);
        var keyId = signing(made, START);
        var check = new SignatureCheck(keys, CRYPTO);

        assertThat(check.isOurs(keyId)).isTrue();
        keys.use(new KeyRing(List.of()));
        assertThat(check.isOurs(keyId)).isFalse();
    }

    @Test
    void signsWithTheJdkToo() throws ParseException {
        var jdk = new CryptoProvider(null);
        var ring = rotation(START).renewed();
        var withJdk = new SigningKeys(ring, NEEDED, clock(START), jdk);

        for (var algorithm : List.of(JWSAlgorithm.ES256, JWSAlgorithm.RS512)) {
            var token = withJdk.sign(algorithm, JOSEObjectType.JWT, CLAIMS);
            assertThat(new SignatureCheck(keys(ring, START), CRYPTO).isValid(SignedJWT.parse(token)))
                    .isTrue();
            assertThat(new SignatureCheck(withJdk, jdk).isValid(SignedJWT.parse(token)))
                    .isTrue();
        }
    }

    @Test
    void doesNotStartWithAKeyFileItCannotRead() throws IOException {
        Files.writeString(data.resolve("keys.json"), "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}");

        assertThatThrownBy(() -> rotation(START).renewed())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("keys.json")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void signsWithTheKeyThatBeginsFirstWhenTheClockWasSetBack() {
        var first = signing(rotation(START).renewed(), START);
        var ring = rotation(START.plus(ROTATE).minus(AHEAD)).renewed();
        var before = START.minus(Duration.ofHours(2));

        assertThat(signing(ring, before)).isEqualTo(first);
        assertThat(rotation(before).renewed()).isEqualTo(ring);
        assertThat(keys(ring, before).missing()).isEmpty();
    }

    @Test
    void saysWhichAlgorithmHasNoKey() {
        var all = rotation(START).renewed().keys();
        var rs512 = all.stream()
                .filter(key -> key.getAlgorithm().equals(JWSAlgorithm.RS512))
                .toList();

        assertThat(keys(new KeyRing(rs512), START).missing()).containsExactly("ES256");
        assertThat(keys(new KeyRing(List.of()), START).missing()).containsExactly("ES256", "RS512");
    }

    @Test
    void takesKeysFromTheConfiguration() {
        var ring = rotation(START).renewed();
        var text = new JWKSet(ring.keys()).toString(false);

        assertThat(KeyFile.parse(text, "a setting")).isEqualTo(ring);
    }

    private KeyRotation rotation(Instant now) {
        return rotation(now, "ES256");
    }

    private KeyRotation rotation(Instant now, String algorithm) {
        return rotation(now, new KeySettings(algorithm, null, ROTATE, AHEAD));
    }

    private KeyRotation rotation(Instant now, KeySettings settings) {
        return new KeyRotation(
                new KeyFile(new DataDirectory(data)), new KeyMaker(new Randomness(), CRYPTO), settings, clock(now));
    }

    private static SigningKeys keys(KeyRing ring, Instant now) {
        return new SigningKeys(ring, NEEDED, clock(now), CRYPTO);
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static String signing(KeyRing ring, Instant now) {
        return ring.signing(JWSAlgorithm.ES256, now).orElseThrow().getKeyID();
    }

    private static List<String> ids(KeyRing ring) {
        return ring.keys().stream().map(JWK::getKeyID).toList();
    }
}
