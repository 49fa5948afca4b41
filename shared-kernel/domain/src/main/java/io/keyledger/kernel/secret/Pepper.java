package io.keyledger.kernel.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys under which secrets are hashed. They are stored outside the databases, so that a copy of those allows no
 * offline guess. New hashes are made with the current key; old ones are checked with the key they name, so rotation
 * keeps every secret valid. Thread-safe.
 */
public final class Pepper {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_KEY_BYTES = 32;

    private final String current;

    /** Initialized once and cloned for each use: looking up the algorithm costs more than the hash. */
    private final Map<String, Mac> keys;

    /**
     * Keys by id, and which one is current.
     *
     * @throws IllegalArgumentException when the current one is missing or a key is shorter than 32 bytes
     */
    public Pepper(String current, Map<String, byte[]> keys) {
        if (!keys.containsKey(current)) {
            throw new IllegalArgumentException("the pepper has no key " + current);
        }
        this.current = current;
        this.keys = keys.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> key(e.getKey(), e.getValue())));
    }

    /** Id of the key that new hashes are made with. */
    public String currentId() {
        return current;
    }

    /** The keyed hash of a secret under the current key: unpadded base64url of HMAC-SHA-256. */
    public String verifier(String secret) {
        return encoded(mac(current, secret));
    }

    /** The keyed hashes of a secret under every key: all it may be stored as. */
    public Set<String> verifiers(String secret) {
        return keys.keySet().stream().map(id -> encoded(mac(id, secret))).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the secret has that keyed hash under that key; takes the same time whether it does or not. */
    public boolean matches(String secret, String pepperId, String verifier) {
        var known = keys.containsKey(pepperId);
        var computed = encoded(mac(known ? pepperId : current, secret));
        return MessageDigest.isEqual(computed.getBytes(US_ASCII), verifier.getBytes(US_ASCII)) && known;
    }

    @Override
    public String toString() {
        return "Pepper[" + current + "]";
    }

    private byte[] mac(String id, String secret) {
        try {
            var mac = (Mac) Objects.requireNonNull(keys.get(id)).clone();
            return mac.doFinal(secret.getBytes(UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own can be cloned", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Mac key(String id, byte[] bytes) {
        if (bytes.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException("the pepper's key " + id + " has fewer than 32 bytes");
        }
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
