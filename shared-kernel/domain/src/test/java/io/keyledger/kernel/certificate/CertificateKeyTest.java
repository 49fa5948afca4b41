package io.keyledger.kernel.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys sign in, and that nobody signs for them without the private key. */
class CertificateKeyTest {
    private static final BigInteger E = BigInteger.valueOf(65537);
    private static final BigInteger PRIME_25519 = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final Random SAME_EVERY_TIME = new Random(1);

    @ParameterizedTest
    @CsvSource({
        "secp256r1, 256, ES256",
        "secp384r1, 384, ES384",
        "secp521r1, 521, ES512",
    })
    void takesTheCurvesOfJose(String curve, int size, String algorithm) throws Exception {
        var key = CertificateKey.of(elliptic(curve));

        assertThat(key.type()).isEqualTo("EC");
        assertThat(key.size()).isEqualTo(size);
        assertThat(key.algorithms()).containsExactly(algorithm);
    }

    @Test
    void takesEd25519UnderBothItsNames() throws Exception {
        var key = CertificateKey.of(
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());

        assertThat(key.type()).isEqualTo("OKP");
        assertThat(key.algorithms()).containsExactlyInAnyOrder("EdDSA", "Ed25519");
    }

    @Test
    void takesRsaForBothPaddings() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);

        assertThat(CertificateKey.of(generator.generateKeyPair().getPublic()).algorithms())
                .containsExactlyInAnyOrder("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");
    }

    @ParameterizedTest
    @CsvSource({
        "SHA-256, 32, PS256",
        "SHA-256, 20, PS256",
        "SHA-384, 48, PS384",
        "SHA-512, 64, PS512",
    })
    void takesAPssKeyForItsOwnDigestAlone(String digest, int salt, String algorithm) throws Exception {
        assertThat(CertificateKey.of(pss(digest, salt)).algorithms()).containsExactly(algorithm);
    }

    @ParameterizedTest
    @CsvSource({"SHA-1, 20", "SHA-224, 28", "SHA-256, 33", "SHA-256, 222", "SHA-512/256, 32"})
    void refusesAPssKeyThatNoSignatureOfJoseFits(String digest, int salt) throws Exception {
        refuses(pss(digest, salt), ErrorCode.CERTIFICATE_KEY_UNSUPPORTED);
    }

    /** Of order 1, 2, 4 and 8: each point that the group has below its large one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec",
                "0",
                "5fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826",
                "7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7"
            })
    void refusesAnEd25519KeyForWhichEverybodyCanSign(String y) throws Exception {
        for (var odd : new boolean[] {true, false}) {
            refuses(edwards(new BigInteger(y, 16), odd), ErrorCode.CERTIFICATE_KEY_TOO_WEAK);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 18})
    void refusesAnEd25519KeyAtOrAboveThePrime(int above) throws Exception {
        refuses(edwards(PRIME_25519.add(BigInteger.valueOf(above)), false), ErrorCode.CERTIFICATE_KEY_TOO_WEAK);
    }

    @Test
    void refusesAnEd25519KeyThatIsNotOnTheCurve() throws Exception {
        refuses(edwards(BigInteger.TWO, false), ErrorCode.CERTIFICATE_KEY_INVALID);
    }

    @Test
    void refusesOtherKindsOfKeys() throws Exception {
        for (var kind : new String[] {"Ed448", "X25519", "DSA"}) {
            refuses(
                    KeyPairGenerator.getInstance(kind).generateKeyPair().getPublic(),
                    ErrorCode.CERTIFICATE_KEY_UNSUPPORTED);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0, 0", "-1, 1"})
    void refusesAPointThatIsNotOnTheCurve(int x, int y) throws Exception {
        var parameters = elliptic("secp256r1").getParams();
        var point = new ECPoint(BigInteger.valueOf(x), BigInteger.valueOf(y));
        var key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, parameters));

        refuses(key, ErrorCode.CERTIFICATE_KEY_INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "1024, CERTIFICATE_KEY_TOO_WEAK",
        "2047, CERTIFICATE_KEY_TOO_WEAK",
        "8193, CERTIFICATE_KEY_UNSUPPORTED",
    })
    void refusesAnRsaKeyTooShortOrTooLong(int bits, ErrorCode code) throws Exception {
        refuses(rsa(BigInteger.ONE.shiftLeft(bits - 1).setBit(0), E), code);
    }

    @ParameterizedTest
    @CsvSource({
        "4, CERTIFICATE_KEY_INVALID",
        "65536, CERTIFICATE_KEY_INVALID",
        "17179869185, CERTIFICATE_KEY_UNSUPPORTED",
    })
    void refusesAnExponentThatVerifiesNothing(BigInteger exponent, ErrorCode code) throws Exception {
        refuses(rsa(prime(1024).multiply(prime(1024)).setBit(2047), exponent), code);
    }

    @Test
    void refusesAnEvenModulus() throws Exception {
        refuses(rsa(prime(2047).shiftLeft(1), E), ErrorCode.CERTIFICATE_KEY_INVALID);
    }

    @Test
    void refusesAnRsaKeyWhoseFactorsAreFoundAtOnce() throws Exception {
        var prime = prime(1025);

        refuses(rsa(prime.multiply(prime), E), ErrorCode.CERTIFICATE_KEY_TOO_WEAK);
        refuses(rsa(prime.multiply(prime.nextProbablePrime()), E), ErrorCode.CERTIFICATE_KEY_TOO_WEAK);
        refuses(rsa(prime(2048).multiply(BigInteger.valueOf(751)), E), ErrorCode.CERTIFICATE_KEY_TOO_WEAK);
        refuses(rsa(ofBrokenGenerator(900).multiply(ofBrokenGenerator(901)), E), ErrorCode.CERTIFICATE_KEY_TOO_WEAK);
    }

    /** CVE-2017-15361: k · M + 65537^a mod M, where M is the product of the first primes. */
    private static BigInteger ofBrokenGenerator(int a) {
        var primorial = BigInteger.ONE;
        for (var prime = BigInteger.TWO; prime.intValue() <= 701; prime = prime.nextProbablePrime()) {
            primorial = primorial.multiply(prime);
        }
        var rest = E.modPow(BigInteger.valueOf(a), primorial);
        var candidate = primorial
                .multiply(new BigInteger(80, SAME_EVERY_TIME).setBit(79))
                .add(rest);
        while (!candidate.isProbablePrime(20)) {
            candidate = candidate.add(primorial);
        }
        return candidate;
    }

    private static BigInteger prime(int bits) {
        return BigInteger.probablePrime(bits, SAME_EVERY_TIME);
    }

    private static PublicKey rsa(BigInteger modulus, BigInteger exponent) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    private static PublicKey pss(String digest, int salt) throws GeneralSecurityException {
        var parameters = new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), salt, 1);
        var modulus = prime(1024).multiply(prime(1025));
        return KeyFactory.getInstance("RSASSA-PSS").generatePublic(new RSAPublicKeySpec(modulus, E, parameters));
    }

    private static PublicKey edwards(BigInteger y, boolean odd) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, y)));
    }

    private static ECPublicKey elliptic(String curve) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return (ECPublicKey) generator.generateKeyPair().getPublic();
    }

    private static void refuses(PublicKey key, ErrorCode code) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> CertificateKey.of(key))
                .satisfies(refused ->
                        assertThat(refused.refusals().getFirst().code()).isEqualTo(code));
    }
}
