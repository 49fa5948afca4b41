package io.keyledger.command.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdict on each kind of upload. Source: CONTRACT A2, BARS 13. */
class CertificatesTest {
    @ParameterizedTest
    @CsvSource({
        "ec.pem, EC, 256",
        "ec384.pem, EC, 384",
        "ec521.pem, EC, 521",
        "rsa.pem, RSA, 2048",
        "rsa3072.pem, RSA, 3072",
        "pss.pem, RSA, 2048",
        "ed25519.pem, OKP, 256"
    })
    void readsPemAndDerAlike(String file, String type, int size) {
        var pem = Certificates.read(Samples.file(file));

        assertThat(pem).isEqualTo(Certificates.read(Samples.der(file)));
        assertThat(pem).isEqualTo(Certificates.read(Samples.text(file)));
        assertThat(pem).isEqualTo(Certificates.read(Base64.getEncoder().encodeToString(Samples.der(file))));
        assertThat(pem.keyType()).isEqualTo(type);
        assertThat(pem.keySize()).isEqualTo(size);
        assertThat(pem.der()).isEqualTo(Base64.getEncoder().encodeToString(Samples.der(file)));
        assertThat(pem.notAfter()).isAfter(pem.notBefore());
    }

    @Test
    void takesTheLeafOfAChain() {
        var leaf = Certificates.read(Samples.file("chain.pem"));

        assertThat(leaf.subject()).isEqualTo("CN=Leaf");
        assertThat(leaf.issuer()).isEqualTo("CN=Root");
        assertThat(leaf.serialNumber()).isEqualTo("ff");
        assertThat(leaf.thumbprintSha1()).isEqualTo("124f7d9a31c174fb2c7cd304b96a6ab708bb3457");
    }

    @Test
    void readsTheTextThatToolsWriteBeforeABlock() {
        var pem = "subject=CN = ec\n" + Samples.text("ec.pem").replace("\n", "\r\n") + "\r\n  \n";

        assertThat(Certificates.read(pem.getBytes(US_ASCII)).subject()).isEqualTo("CN=ec");
    }

    @ParameterizedTest
    @CsvSource({
        "rsa512.pem, CERTIFICATE_KEY_TOO_WEAK",
        "rsa1024.pem, CERTIFICATE_KEY_TOO_WEAK",
        "ec224.pem, CERTIFICATE_KEY_TOO_WEAK",
        "k256.pem, CERTIFICATE_KEY_TOO_WEAK",
        "ed448.pem, CERTIFICATE_KEY_UNSUPPORTED",
        "sha1.pem, CERTIFICATE_SIGNATURE_TOO_WEAK",
        "md5.pem, CERTIFICATE_SIGNATURE_TOO_WEAK",
        "pss-sha1.pem, CERTIFICATE_SIGNATURE_TOO_WEAK",
        "pkcs7.pem, CERTIFICATE_UNREADABLE",
        "pkcs7.der, CERTIFICATE_UNREADABLE"
    })
    void refusesWhatIsWeakOrSomethingElse(String file, ErrorCode code) {
        refuses(Samples.file(file), code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "0",
                "0000",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----END CERTIFICATE-----",
                "0\u0084\u007f\u007f\u007f\u007f"
            })
    void refusesWhatIsNoCertificate(String upload) {
        refuses(upload.getBytes(US_ASCII), ErrorCode.CERTIFICATE_UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void refusesAPrivateKeyInAnyForm(String algorithm) throws Exception {
        var key = KeyPairGenerator.getInstance(algorithm)
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        var pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";

        refuses(key, ErrorCode.CERTIFICATE_PRIVATE_KEY);
        refuses(pem.getBytes(US_ASCII), ErrorCode.CERTIFICATE_PRIVATE_KEY);
        refuses((Samples.text("ec.pem") + pem).getBytes(US_ASCII), ErrorCode.CERTIFICATE_PRIVATE_KEY);
        refuses(pem.replace("PRIVATE KEY", "CERTIFICATE").getBytes(US_ASCII), ErrorCode.CERTIFICATE_PRIVATE_KEY);
    }

    @Test
    void refusesAnEncryptedPrivateKey() {
        var encrypted = new byte[] {0x30, 0x09, 0x30, 0x04, 0x06, 0x02, 0x2a, 0x03, 0x04, 0x01, 0x00};

        refuses(encrypted, ErrorCode.CERTIFICATE_PRIVATE_KEY);
    }

    /** Found by the mutations: the JDK's parser fell over it. */
    @Test
    void refusesAnEd25519KeyWithoutAByte() {
        var upload = Samples.der("ed25519.pem");
        var key = HexFormat.of().formatHex(upload).indexOf("032100") / 2;
        upload[key + 1] = 1;
        upload[key + 3] = 4;
        upload[key + 4] = 30;

        refuses(upload, ErrorCode.CERTIFICATE_UNREADABLE);
    }

    @Test
    void refusesGarbageAfterTheCertificate() {
        refuses(Samples.joined(Samples.der("ec.pem"), new byte[1]), ErrorCode.CERTIFICATE_TRAILING_DATA);
        refuses(Samples.joined(Samples.file("ec.pem"), "x".getBytes(US_ASCII)), ErrorCode.CERTIFICATE_TRAILING_DATA);
        refuses(Samples.joined(Samples.der("ec.pem"), Samples.der("rsa.pem")), ErrorCode.CERTIFICATE_TRAILING_DATA);
    }

    @Test
    void refusesCertificatesThatAreNoChain() {
        refuses(Samples.joined(Samples.file("ec.pem"), Samples.file("rsa.pem")), ErrorCode.CERTIFICATE_SEVERAL_LEAVES);
    }

    @Test
    void readsTheSameCertificateTwiceAsOne() {
        assertThat(Certificates.read(Samples.joined(Samples.file("ec.pem"), Samples.file("ec.pem"))))
                .isEqualTo(Certificates.read(Samples.file("ec.pem")));
    }

    @ParameterizedTest
    @ValueSource(ints = {64 * 1024 + 1, 5 * 1024 * 1024})
    void refusesMoreThan64KiB(int size) {
        refuses(new byte[size], ErrorCode.CERTIFICATE_TOO_LARGE);
    }

    @Test
    void readsUpTo64KiB() {
        refuses(new byte[64 * 1024], ErrorCode.CERTIFICATE_UNREADABLE);
    }

    private static void refuses(byte[] upload, ErrorCode code) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Certificates.read(upload))
                .satisfies(refused ->
                        assertThat(refused.refusals().getFirst().code()).isEqualTo(code));
    }
}
