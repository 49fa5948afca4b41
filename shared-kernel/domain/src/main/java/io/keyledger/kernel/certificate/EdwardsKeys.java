package io.keyledger.kernel.certificate;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.util.Set;

/**
 * Checks Ed25519 keys. A point of small order (1, 2, 4 or 8) verifies signatures that anybody can make, and so does
 * every other encoding of one; there are such encodings only with y at or above the prime. Source: RFC 8032 sections
 * 5.1.3 and 8.
 */
final class EdwardsKeys {
    private static final String ED25519 = "Ed25519";
    private static final int BITS = 256;
    private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    /** The y of a point of order 8; the other one is its negative. */
    private static final BigInteger OF_ORDER_EIGHT =
            new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16);

    private static final Set<BigInteger> OF_SMALL_ORDER = Set.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            PRIME.subtract(BigInteger.ONE),
            OF_ORDER_EIGHT,
            PRIME.subtract(OF_ORDER_EIGHT));

    private EdwardsKeys() {}

    static CertificateKey checked(EdECPublicKey key) {
        if (!key.getParams().getName().equals(ED25519)) {
            throw CertificateKey.unsupported("an Edwards key is Ed25519");
        }
        var y = key.getPoint().getY();
        if (y.compareTo(PRIME) >= 0 || OF_SMALL_ORDER.contains(y)) {
            throw CertificateKey.tooWeak("everybody can sign for this Ed25519 key: make a new one");
        }
        if (!isOnCurve(key)) {
            throw CertificateKey.invalid("the point of the Ed25519 key is not on its curve");
        }
        return new CertificateKey(key, "OKP", BITS, Set.of("EdDSA", ED25519));
    }

    /** The JDK computes the point when a check of a signature begins. */
    private static boolean isOnCurve(EdECPublicKey key) {
        try {
            Signature.getInstance(ED25519).initVerify(key);
            return true;
        } catch (InvalidKeyException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + ED25519, e);
        }
    }
}
