package io.keyledger.query.audit;

import io.keyledger.view.row.ObjectText;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * SHA-256, hexadecimal, of an entry in canonical form (RFC 8785): independent of the order and spacing of its members.
 */
final class EntryHash {
    private EntryHash() {}

    /**
     * The hash of an entry.
     *
     * @param entry all members but the hash itself
     */
    static String of(Map<?, ?> entry) {
        try {
            var canonical = new JsonCanonicalizer(ObjectText.write(entry)).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (IOException e) {
            throw new IllegalArgumentException("an entry of the audit log has no canonical form", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
