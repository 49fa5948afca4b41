package io.keyledger.authorization.key;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Of the two signatures of ECDSA with the same r, s and n − s, the one with the lower s: this service makes and takes that
 * one alone, so that nobody makes another token of one that he has seen. For P-256.
 */
final class LowS {
    private static final int HALF = 32;
    private static final BigInteger ORDER = Curve.P_256.toECParameterSpec().getOrder();
    private static final BigInteger HIGHEST = ORDER.shiftRight(1);

    private LowS() {}

    /** Whether the signature, r and s of 32 bytes each, has the lower s. */
    static boolean is(byte[] signature) {
        return signature.length == 2 * HALF && s(signature).compareTo(HIGHEST) <= 0;
    }

    /** The signature with the lower s. */
    static Base64URL of(Base64URL signature) {
        var bytes = signature.decode();
        if (is(bytes)) {
            return signature;
        }
        var low = ORDER.subtract(s(bytes)).toByteArray();
        Arrays.fill(bytes, HALF, bytes.length, (byte) 0);
        System.arraycopy(low, 0, bytes, bytes.length - low.length, low.length);
        return Base64URL.encode(bytes);
    }

    private static BigInteger s(byte[] signature) {
        return new BigInteger(1, Arrays.copyOfRange(signature, HALF, signature.length));
    }
}
