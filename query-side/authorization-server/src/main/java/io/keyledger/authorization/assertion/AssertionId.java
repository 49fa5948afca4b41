package io.keyledger.authorization.assertion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** The key under which the use of an assertion is stored: of one length, however long its {@code jti} is. */
final class AssertionId {
    private AssertionId() {}

    static String of(String clientId, String tokenId) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            hash.update(clientId.getBytes(UTF_8));
            hash.update((byte) 0); // a separator: no client id has this byte
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.digest(tokenId.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
