package io.keyledger.authorization.key;

import com.nimbusds.jose.jwk.JWKSet;
import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.text.ParseException;

/** The signing keys in the data directory: a JWK Set that only its owner can read (mode 0600), replaced as a whole. */
record KeyFile(DataDirectory directory) {
    private static final String NAME = "keys.json";

    KeyRing read() {
        try {
            var path = directory.file(NAME);
            return Files.exists(path) ? parse(Files.readString(path), path.toString()) : KeyRing.of(new JWKSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a JWK Set with private keys; an error names the origin, never the content. */
    static KeyRing parse(String text, String origin) {
        try {
            var set = JWKSet.parse(text);
            if (set.getKeys().stream()
                    .allMatch(k -> k.isPrivate() && k.getKeyID() != null && k.getAlgorithm() != null)) {
                return KeyRing.of(set);
            }
        } catch (ParseException e) {
            throw unreadable(origin);
        }
        throw unreadable(origin);
    }

    void write(KeyRing ring) {
        try {
            directory.write(NAME, new JWKSet(ring.keys()).toString(false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StartRefused unreadable(String origin) {
        return new StartRefused("the signing keys in " + origin
                + " cannot be read: a JWK Set with private keys, kid and alg is needed.");
    }
}
