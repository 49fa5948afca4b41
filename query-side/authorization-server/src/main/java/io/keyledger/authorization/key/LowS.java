package io.keyledger.authorization.key;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/**
 * Of the two signatures of ECDSA with the same r, s and n − s, the one with the lower s: this service makes and takes that
 * one alone, so that nobody makes another token of one that he has seen. For P-256.
 */
final class LowS {
    private static final int HALF = 32;
    private static final BigInteger ORDER = Curve.P_256.toECParameterSpec().getOrder();
    private static final byte[] HIGHEST = ORDER.shiftRight(1).toByteArray();
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    private LowS() {}

    /** Whether the signature, r and s of 32 bytes each, has the lower s. */
    static boolean is(byte[] signature) {
        return signature.length == 2 * HALF && Arrays.compareUnsigned(signature, HALF, 2 * HALF, HIGHEST, 0, HALF) <= 0;
    }

    /** The signature with the lower s. */
    static Base64URL of(Base64URL signature) {
        var bytes = BASE64.decode(signature.toString());
        if (is(bytes)) {
            return signature;
        }
        var high = new BigInteger(1, bytes, HALF, HALF);
        var low = ORDER.subtract(high).toByteArray();
        Arrays.fill(bytes, HALF, bytes.length, (byte) 0);
        System.arraycopy(low, 0, bytes, bytes.length - low.length, low.length);
        return Base64URL.encode(bytes);
    }
}
