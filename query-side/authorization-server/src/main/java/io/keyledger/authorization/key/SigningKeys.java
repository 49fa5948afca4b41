package io.keyledger.authorization.key;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Signs with the key that is current, and publishes the public halves of all. Thread-safe. */
public final class SigningKeys {
    private final Set<JWSAlgorithm> needed;
    private final Clock clock;
    private final CryptoProvider crypto;
    private final Map<String, Signer> signers = new ConcurrentHashMap<>();
    private volatile KeyRing ring;

    SigningKeys(KeyRing ring, Set<JWSAlgorithm> needed, Clock clock, CryptoProvider crypto) {
        this.ring = ring;
        this.needed = needed;
        this.clock = clock;
        this.crypto = crypto;
    }

    /**
     * The compact form of a JWT with these claims.
     *
     * @throws IllegalStateException when there is no current key of the algorithm
     */
    public String sign(JWSAlgorithm algorithm, JOSEObjectType type, byte[] claims) {
        var key = ring.signing(algorithm, clock.instant())
                .orElseThrow(() -> new IllegalStateException("there is no key for " + algorithm));
        return signers.computeIfAbsent(key.getKeyID() + type, id -> new Signer(key, type, crypto))
                .sign(claims);
    }

    /** The algorithms of tokens that there is no key for, by name; empty when tokens of both profiles can be signed. */
    public List<String> missing() {
        return needed.stream()
                .filter(algorithm -> ring.signing(algorithm, clock.instant()).isEmpty())
                .map(JWSAlgorithm::getName)
                .sorted()
                .toList();
    }

    /** The id of the current key of the algorithm, or null. */
    @Nullable
    String signingNow(JWSAlgorithm algorithm) {
        return ring.signing(algorithm, clock.instant()).map(JWK::getKeyID).orElse(null);
    }

    /** The public half of the key of that id, or null. */
    public @Nullable JWK find(@Nullable String keyId) {
        var key = ring.find(keyId);
        return key == null ? null : published(key);
    }

    boolean has(String keyId) {
        return ring.find(keyId) != null;
    }

    /** The public halves of all keys that may have signed a live token, and of those that will sign later. */
    public List<JWK> published() {
        return ring.keys().stream().map(SigningKeys::published).toList();
    }

    void use(KeyRing changed) {
        ring = changed;
    }

    private static JWK published(JWK key) {
        return switch (key.toPublicJWK()) {
            case RSAKey rsa -> new RSAKey.Builder(rsa).notBeforeTime(null).build();
            case ECKey elliptic ->
                new ECKey.Builder(elliptic).notBeforeTime(null).build();
            default -> throw new IllegalStateException("neither RSA nor elliptic: " + key.getKeyID());
        };
    }
}
