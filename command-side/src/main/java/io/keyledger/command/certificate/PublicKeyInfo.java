package io.keyledger.command.certificate;

import io.keyledger.kernel.problem.ErrorCode;
import java.util.Map;

/**
 * The key of a certificate, read before the JDK parses it: the JDK only reports that a short key or an unknown curve is
 * unreadable, and would compute with a key of any size.
 *
 * @param type {@code RSA}, {@code EC} or {@code OKP}, as in RFC 7518 and RFC 8037
 * @param size bits
 */
record PublicKeyInfo(String type, int size) {
    private static final String RSA = "2a864886f70d010101";
    private static final String RSA_PSS = "2a864886f70d01010a";
    private static final String EC = "2a8648ce3d0201";
    private static final String ED25519 = "2b6570";
    private static final Map<String, Integer> CURVES = Map.of(
            "2a8648ce3d030107", 256,
            "2b81040022", 384,
            "2b81040023", 521);
    private static final int LEAST_RSA = 2048;
    private static final int MOST_RSA = 8192;
    private static final int LONGEST_EXPONENT = 8;
    private static final int ED25519_BYTES = 32;

    /** Of a certificate in DER (RFC 5280 section 4.1). */
    static PublicKeyInfo of(byte[] certificate) {
        var body = Der.first(certificate).child();
        var part = body.child();
        if (part.is(Der.VERSION)) {
            part = part.next(body);
        }
        // serial number, signature algorithm, issuer, validity, subject
        for (int i = 0; i < 5; i++) {
            part = part.next(body);
        }
        var algorithm = part.child();
        var name = algorithm.child();
        return switch (name.hex()) {
            case RSA, RSA_PSS -> rsa(algorithm.next(part));
            case EC -> ec(name.next(algorithm));
            case ED25519 -> ed25519(algorithm.next(part));
            default -> throw unsupported("a key is RSA, EC or Ed25519");
        };
    }

    private static PublicKeyInfo ed25519(Der key) {
        if (!key.is(Der.BIT_STRING) || key.length() != 1 + ED25519_BYTES) {
            throw keyUnreadable();
        }
        return new PublicKeyInfo("OKP", ED25519_BYTES * Byte.SIZE);
    }

    private static PublicKeyInfo rsa(Der key) {
        if (!key.is(Der.BIT_STRING) || key.isEmpty()) {
            throw keyUnreadable();
        }
        var numbers = key.inside(1);
        var modulus = numbers.child();
        var bits = modulus.bits();
        if (bits < LEAST_RSA) {
            throw tooWeak("an RSA key has at least " + LEAST_RSA + " bits");
        }
        if (bits > MOST_RSA || modulus.next(numbers).length() > LONGEST_EXPONENT) {
            throw unsupported("an RSA key has at most " + MOST_RSA + " bits and a short exponent");
        }
        return new PublicKeyInfo("RSA", bits);
    }

    private static PublicKeyInfo ec(Der curve) {
        var bits = CURVES.get(curve.hex());
        if (bits == null) {
            throw tooWeak("an EC key is on P-256, P-384 or P-521");
        }
        return new PublicKeyInfo("EC", bits);
    }

    private static RuntimeException keyUnreadable() {
        return UploadRefusals.unreadable("the key cannot be read");
    }

    private static RuntimeException tooWeak(String detail) {
        return UploadRefusals.of(ErrorCode.CERTIFICATE_KEY_TOO_WEAK, detail);
    }

    private static RuntimeException unsupported(String detail) {
        return UploadRefusals.of(ErrorCode.CERTIFICATE_KEY_UNSUPPORTED, detail);
    }
}
