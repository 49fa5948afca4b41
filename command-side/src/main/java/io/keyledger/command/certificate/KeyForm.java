package io.keyledger.command.certificate;

import io.keyledger.kernel.problem.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the keys that the JDK does not parse, or parses as something else than what stands there, each for its own
 * reason; the others are judged once they are parsed.
 */
final class KeyForm {
    private static final String RSA = "2a864886f70d010101";
    private static final String RSA_PSS = "2a864886f70d01010a";
    private static final String EC = "2a8648ce3d0201";
    private static final String ED25519 = "2b6570";
    /** P-256, P-384 and P-521, with the bytes of a coordinate. */
    private static final Map<String, Integer> CURVES =
            Map.of("2a8648ce3d030107", 32, "2b81040022", 48, "2b81040023", 66);

    private static final int LEAST_RSA_BYTES = 256;
    private static final int MOST_RSA_BYTES = 1025;
    private static final int LEAST_EXPONENT = 3;
    private static final int LEAST_EC_BYTES = 32;
    private static final int ED25519_BYTES = 32;
    private static final int UNCOMPRESSED = 4;

    private KeyForm() {}

    static void check(Der publicKey) {
        var parts = publicKey.children();
        if (parts.size() != 2 || !parts.get(0).is(Der.SEQUENCE) || !parts.get(1).is(Der.BIT_STRING)) {
            throw invalid("the key has an algorithm and bits");
        }
        var algorithm = parts.getFirst().children();
        var bits = parts.getLast();
        if (algorithm.isEmpty() || !algorithm.getFirst().is(Der.OBJECT_ID) || bits.length() < 2) {
            throw invalid("the key has an algorithm and bits");
        }
        switch (algorithm.getFirst().hex()) {
            case RSA, RSA_PSS -> rsa(bits.inside(1));
            case EC -> ec(algorithm.size() == 2 ? algorithm.getLast() : null, bits);
            case ED25519 -> ed25519(bits);
            default -> throw unsupported("a key is RSA, EC or Ed25519");
        }
    }

    private static void ed25519(Der bits) {
        if (bits.length() != 1 + ED25519_BYTES) {
            throw invalid("an Ed25519 key has 32 bytes");
        }
    }

    private static void rsa(Der key) {
        if (!key.is(Der.SEQUENCE) || key.children().size() != 2) {
            throw invalid("an RSA key is a modulus and an exponent");
        }
        for (var number : key.children()) {
            if (!number.is(Der.INTEGER) || number.isEmpty() || number.content()[0] < 0) {
                throw invalid("the modulus and the exponent of an RSA key are positive");
            }
        }
        checkSize(key.children().getFirst());
        var exponent = key.children().getLast();
        if (exponent.length() == 1 && exponent.content()[0] < LEAST_EXPONENT) {
            throw invalid("the exponent of an RSA key is odd and at least 3");
        }
    }

    private static void checkSize(Der modulus) {
        if (modulus.length() < LEAST_RSA_BYTES) {
            throw UploadRefusals.of(ErrorCode.CERTIFICATE_KEY_TOO_WEAK, "an RSA key has at least 2048 bits");
        }
        if (modulus.length() > MOST_RSA_BYTES) {
            throw unsupported("an RSA key has at most 8192 bits");
        }
    }

    private static void ec(@Nullable Der curve, Der bits) {
        var form = bits.content()[1];
        var size = curve != null && curve.is(Der.OBJECT_ID) ? CURVES.get(curve.hex()) : null;
        if (size == null) {
            throw coordinate(form, bits.length() - 2) < LEAST_EC_BYTES
                    ? UploadRefusals.of(ErrorCode.CERTIFICATE_KEY_TOO_WEAK, "an EC key is on P-256, P-384 or P-521")
                    : unsupported("an EC key is on P-256, P-384 or P-521, which stands there by name");
        }
        if (form != UNCOMPRESSED) {
            throw unsupported("the point of an EC key is written uncompressed");
        }
        if (bits.length() - 2 != 2 * size) {
            throw invalid("the point of an EC key has twice the bytes of its curve");
        }
    }

    /** Bytes of one coordinate of the point. */
    private static int coordinate(byte form, int bytes) {
        return form == UNCOMPRESSED ? bytes / 2 : bytes;
    }

    private static RuntimeException invalid(String detail) {
        return UploadRefusals.of(ErrorCode.CERTIFICATE_KEY_INVALID, detail);
    }

    private static RuntimeException unsupported(String detail) {
        return UploadRefusals.of(ErrorCode.CERTIFICATE_KEY_UNSUPPORTED, detail);
    }
}
