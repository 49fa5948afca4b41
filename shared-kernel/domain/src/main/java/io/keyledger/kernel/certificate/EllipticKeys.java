package io.keyledger.kernel.certificate;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Map;
import java.util.Set;

/** Checks EC keys: a curve of NIST, and a point that is on it. Source: RFC 7518 section 3.4, SEC 1 section 3.2.2.1. */
final class EllipticKeys {
    private static final Map<Integer, String> ALGORITHMS = Map.of(256, "ES256", 384, "ES384", 521, "ES512");
    private static final Map<Integer, ECParameterSpec> CURVES =
            Map.of(256, curve("secp256r1"), 384, curve("secp384r1"), 521, curve("secp521r1"));

    private EllipticKeys() {}

    static CertificateKey checked(ECPublicKey key) {
        var parameters = key.getParams();
        var size = parameters.getCurve().getField().getFieldSize();
        if (size < 256) {
            throw CertificateKey.tooWeak("an EC key is on P-256, P-384 or P-521");
        }
        var known = CURVES.get(size);
        var algorithm = ALGORITHMS.get(size);
        if (known == null || algorithm == null || !isSame(known, parameters)) {
            throw CertificateKey.unsupported("an EC key is on P-256, P-384 or P-521");
        }
        if (!isOnCurve(key.getW(), known)) {
            throw CertificateKey.invalid("the point of the EC key is not on its curve");
        }
        return new CertificateKey(key, "EC", size, Set.of(algorithm));
    }

    private static boolean isSame(ECParameterSpec known, ECParameterSpec given) {
        return known.getCurve().equals(given.getCurve())
                && known.getGenerator().equals(given.getGenerator())
                && known.getOrder().equals(given.getOrder())
                && known.getCofactor() == given.getCofactor();
    }

    /** These curves have a prime order: every point of them but infinity is as good as another. */
    private static boolean isOnCurve(ECPoint point, ECParameterSpec parameters) {
        var curve = parameters.getCurve();
        var prime = ((ECFieldFp) curve.getField()).getP();
        if (point.equals(ECPoint.POINT_INFINITY)
                || !isBelow(point.getAffineX(), prime)
                || !isBelow(point.getAffineY(), prime)) {
            return false;
        }
        var x = point.getAffineX();
        var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(prime);
        return point.getAffineY().pow(2).mod(prime).equals(right);
    }

    private static boolean isBelow(BigInteger number, BigInteger limit) {
        return number.signum() >= 0 && number.compareTo(limit) < 0;
    }

    private static ECParameterSpec curve(String name) {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(name));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }
}
