package io.keyledger.kernel.certificate;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks RSA keys: size and form of the numbers, and that their factors are not found at once. Source: RFC 8017
 * section 3.1, RFC 4055 sections 1.2 and 3.1, CA/Browser Forum Baseline Requirements 6.1.1.3. A test for primes takes
 * more than a second for the longest modulus, and is left out.
 */
final class RsaKeys {
    private static final int LEAST_BITS = 2048;
    private static final int MOST_BITS = 8192;
    /** The longest that the native provider computes with. */
    private static final int LONGEST_EXPONENT_BITS = 33;

    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final int FERMAT_ROUNDS = 100;
    private static final int[] SMALL_PRIMES = IntStream.range(3, 752)
            .filter(number -> IntStream.rangeClosed(2, 27).noneMatch(by -> number > by && number % by == 0))
            .toArray();
    private static final Set<String> ALL = Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");
    private static final Map<String, String> PSS_BY_DIGEST =
            Map.of("SHA-256", "PS256", "SHA-384", "PS384", "SHA-512", "PS512");
    private static final Map<String, Integer> SALT_BY_DIGEST = Map.of("SHA-256", 32, "SHA-384", 48, "SHA-512", 64);

    private RsaKeys() {}

    static CertificateKey checked(RSAPublicKey key) {
        var modulus = key.getModulus();
        checkSize(modulus);
        checkForm(modulus, key.getPublicExponent());
        checkFactors(modulus);
        return new CertificateKey(key, "RSA", modulus.bitLength(), algorithms(key.getParams(), key.getAlgorithm()));
    }

    private static void checkSize(BigInteger modulus) {
        if (modulus.bitLength() < LEAST_BITS) {
            throw CertificateKey.tooWeak("an RSA key has at least " + LEAST_BITS + " bits");
        }
        if (modulus.bitLength() > MOST_BITS) {
            throw CertificateKey.unsupported("an RSA key has at most " + MOST_BITS + " bits");
        }
    }

    private static void checkForm(BigInteger modulus, BigInteger exponent) {
        if (modulus.signum() < 0 || !modulus.testBit(0)) {
            throw CertificateKey.invalid("the modulus of an RSA key is odd and positive");
        }
        if (exponent.compareTo(THREE) < 0 || !exponent.testBit(0)) {
            throw CertificateKey.invalid("the exponent of an RSA key is odd and at least 3");
        }
        if (exponent.bitLength() > LONGEST_EXPONENT_BITS) {
            throw CertificateKey.unsupported("the exponent of an RSA key has at most 33 bits");
        }
    }

    private static void checkFactors(BigInteger modulus) {
        if (hasSmallFactor(modulus) || hasCloseFactors(modulus) || isOfBrokenGenerator(modulus)) {
            throw CertificateKey.tooWeak("the private key can be computed from this RSA key: make a new one");
        }
    }

    private static boolean hasSmallFactor(BigInteger modulus) {
        return IntStream.of(SMALL_PRIMES).anyMatch(prime -> remainder(modulus, prime) == 0);
    }

    /** Fermat's method: finds two factors that are near each other, such as in CVE-2022-26320, and squares. */
    private static boolean hasCloseFactors(BigInteger modulus) {
        var root = modulus.sqrt();
        var middle = root.multiply(root).equals(modulus) ? root : root.add(BigInteger.ONE);
        for (int i = 0; i < FERMAT_ROUNDS; i++) {
            var rest = middle.multiply(middle).subtract(modulus);
            if (isSquare(rest)) {
                return true;
            }
            middle = middle.add(BigInteger.ONE);
        }
        return false;
    }

    /** Most numbers are found to be no squares by their remainder. */
    private static boolean isSquare(BigInteger number) {
        return switch (number.intValue() & 0xF) {
            case 0, 1, 4, 9 -> number.sqrtAndRemainder()[1].signum() == 0;
            default -> false;
        };
    }

    /**
     * The generator of CVE-2017-15361: every prime that it makes is a power of 65537 modulo each of the first primes,
     * and so is their product. Of other keys one in 2^27 looks like it.
     */
    private static boolean isOfBrokenGenerator(BigInteger modulus) {
        return IntStream.of(SMALL_PRIMES)
                .takeWhile(prime -> prime <= 167)
                .allMatch(prime -> isPower(65537 % prime, remainder(modulus, prime), prime));
    }

    private static boolean isPower(int base, int number, int modulus) {
        var power = 1;
        do {
            if (power == number) {
                return true;
            }
            power = power * base % modulus;
        } while (power > 1);
        return false;
    }

    private static int remainder(BigInteger number, int by) {
        return number.mod(BigInteger.valueOf(by)).intValue();
    }

    private static Set<String> algorithms(@Nullable AlgorithmParameterSpec parameters, String name) {
        if (!name.equals("RSASSA-PSS")) {
            return ALL;
        }
        return parameters == null ? Set.copyOf(PSS_BY_DIGEST.values()) : Set.of(algorithm(parameters));
    }

    /** A signature's salt is as long as its digest (RFC 7518 section 3.5), and a key may ask for no more. */
    private static String algorithm(AlgorithmParameterSpec parameters) {
        if (parameters instanceof PSSParameterSpec pss
                && pss.getMGFParameters() instanceof MGF1ParameterSpec mask
                && mask.getDigestAlgorithm().equals(pss.getDigestAlgorithm())
                && pss.getSaltLength() <= SALT_BY_DIGEST.getOrDefault(pss.getDigestAlgorithm(), -1)) {
            return Objects.requireNonNull(PSS_BY_DIGEST.get(pss.getDigestAlgorithm()));
        }
        throw CertificateKey.unsupported("an RSASSA-PSS key is for SHA-256, SHA-384 or SHA-512, with MGF1 over the same"
                + " digest and a salt no longer than it");
    }
}
