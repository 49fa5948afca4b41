package io.keyledger.authorization.key;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are signed.
 *
 * @param algorithm    of the OAuth profile's tokens: {@code ES256} (default) or {@code RS256}; the other profile is
 *                     always RS512
 * @param keys         a JWK Set with private keys instead of the key file, the same on every node: of each algorithm
 *                     the last one whose {@code nbf} has come signs, the first one when none has; all are published
 * @param rotateAfter  how long a key of the key file signs before a new one takes its place; zero: for ever. Default 90
 *                     days
 * @param publishAhead how long a key is published before it signs, at least as long as resource servers cache the key
 *                     set. Default one day
 */
@ConfigurationProperties("keyledger.tokens")
public record KeySettings(
        @DefaultValue("ES256") String algorithm,
        @Nullable String keys,
        @DefaultValue("P90D") Duration rotateAfter,
        @DefaultValue("P1D") Duration publishAhead) {
    public KeySettings {
        if (!Set.of("ES256", "RS256").contains(algorithm)) {
            throw new IllegalArgumentException("keyledger.tokens.algorithm is ES256 or RS256, not " + algorithm);
        }
    }

    /** The algorithms of the tokens of both profiles. */
    Set<JWSAlgorithm> algorithms() {
        return Set.of(oauthAlgorithm(), JWSAlgorithm.RS512);
    }

    /** The algorithm of the OAuth profile's tokens. */
    public JWSAlgorithm oauthAlgorithm() {
        return JWSAlgorithm.parse(algorithm);
    }

    @Override
    public String toString() {
        return "KeySettings[" + algorithm + "]";
    }
}
