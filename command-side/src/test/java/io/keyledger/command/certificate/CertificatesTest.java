package io.keyledger.command.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.io.ByteArrayOutputStream;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
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
    void leavesOutTheTextThatToolsWriteAroundTheBlocks() {
        var pem = "subject=CN = ec, Private Key Usage Period, PRIVATE KEY\n"
                + Samples.text("ec.pem").replace("\n", "\r\n") + "---\r\nNo client certificate CA names sent\n";

        assertThat(Certificates.read(pem.getBytes(US_ASCII)).subject()).isEqualTo("CN=ec");
        assertThat(Certificates.read(pem).subject()).isEqualTo("CN=ec");
        for (var file : List.of("text-after-end.pem", "usage-period.pem", "words-private-key.pem", "trusted.pem")) {
            assertThat(Certificates.read(Samples.file(file)).subject()).as(file).startsWith("CN=");
        }
    }

    @Test
    void readsEveryEncodingOfText() {
        var right = Certificates.read(Samples.file("ec.pem"));
        var pem = Samples.text("ec.pem");
        var base64 = Base64.getMimeEncoder().encodeToString(Samples.der("ec.pem"));

        for (var text : List.of(pem, base64, "\n" + base64 + "\n", base64.replace("=", ""))) {
            for (var charset : List.of(US_ASCII, UTF_16, UTF_16BE, UTF_16LE)) {
                assertThat(Certificates.read(text.getBytes(charset)))
                        .as("%s %s", charset, text)
                        .isEqualTo(right);
            }
            assertThat(Certificates.read(("\ufeff" + text).getBytes(UTF_8))).isEqualTo(right);
            assertThat(Certificates.read(("\ufeff" + text).getBytes(UTF_16LE))).isEqualTo(right);
            assertThat(Certificates.read(text)).isEqualTo(right);
        }
        // as a Kubernetes secret has it
        assertThat(Certificates.read(Base64.getEncoder().encodeToString(pem.getBytes(US_ASCII))))
                .isEqualTo(right);
        assertThat(Certificates.read(Samples.file("utf16.pem")).subject()).startsWith("CN=");
        assertThat(Certificates.read(Samples.file("base64-only.cer")).subject()).startsWith("CN=");
    }

    @ParameterizedTest
    @CsvSource({
        "pkcs7.pem, PKCS#7",
        "pkcs7.der, PKCS#7",
        "public.pem, public key",
        "rsa-public.pem, public key",
    })
    void saysWhatAnUploadIsInstead(String file, String what) {
        assertThat(refusal(Samples.file(file)).detail()).contains(what);
        if (file.endsWith(".pem")) {
            assertThat(refusal(Samples.der(file)).detail()).contains(what);
        }
    }

    @Test
    void takesRsaPssKeys() {
        for (var file : List.of("rsa-pss-key.cer", "pss256.pem", "pss384.pem")) {
            assertThat(Certificates.read(Samples.file(file)).keyType()).as(file).isEqualTo("RSA");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0100000000000000000000000000000000000000000000000000000000000080"
            })
    void refusesAnEd25519KeyForWhichEverybodyCanSign(String key) {
        refuses(withKey("ed25519.pem", key), ErrorCode.CERTIFICATE_KEY_TOO_WEAK);
    }

    @Test
    void refusesAnEd25519KeyThatIsNotOnTheCurve() {
        refuses(withKey("ed25519.pem", "02" + "00".repeat(31)), ErrorCode.CERTIFICATE_KEY_INVALID);
    }

    /** The time itself is of this length; only what stands in it differs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "99990230000000Z",
                "20991301000000Z",
                "20991231240000Z",
                "20991231235960Z",
                "209912312359.0Z",
                "2099123123+010Z",
                "2099123123595 Z",
                "00000101000000Z",
                "00001231235959Z"
            })
    void refusesATimeThatIsInNoCalendar(String time) {
        refuses(withEnd(time), ErrorCode.CERTIFICATE_VALIDITY_INVALID);
    }

    @Test
    void readsTheEndsOfTheCalendar() {
        assertThat(Certificates.read(withEnd("99991231235959Z")).notAfter()).isEqualTo("9999-12-31T23:59:59Z");
        assertThat(Certificates.read(withEnd("21040229000000Z")).notAfter()).isEqualTo("2104-02-29T00:00:00Z");
        refuses(withEnd("19700101000000Z"), ErrorCode.CERTIFICATE_VALIDITY_INVALID);
    }

    /** RFC 5280 sections 4.1.2.4 and 4.1.2.6: a name has parts, each an attribute, and they say something. */
    @ParameterizedTest
    @CsvSource({
        "3000, names no",
        "30023100, is blank",
        "300b3109300706035504030c00, is blank",
        "300d310b300906035504030c022020, is blank",
        "300e310c300a06035504030c03e2808b, is blank",
        "300d310b300906035504031e020020, is blank",
        "301631093007060355040a0c003109300706035504030c00, is blank",
        "300d3109300706035504030c003100, is blank"
    })
    void refusesNamesThatSayNothing(String name, String reason) {
        var right = "300c310a300806035504030c0161";
        for (var upload : List.of(withNames(name, right), withNames(right, name))) {
            refuses(upload, ErrorCode.CERTIFICATE_NAMES_EMPTY);
            assertThat(refusal(upload).detail()).contains(reason);
        }
    }

    @Test
    void readsANameOfWhichSomePartSaysSomething() {
        var name = "301731093007060355040a0c00310a300806035504030c0161";

        assertThat(Certificates.read(withNames(name, name)).subject()).isEqualTo("CN=a,O=");
        var withEmptyPart = "3010310c300a06035504030c036f70733100";
        assertThat(Certificates.read(withNames(withEmptyPart, "300c310a300806035504030c0161"))
                        .issuer())
                .isEqualTo("CN=ops");
        var number = "300f310d300b060355040302040000000a";
        assertThat(Certificates.read(withNames(number, number)).subject()).contains("#");
    }

    /** Of the arc of ECDSA: the last number says over what it is signed. */
    @ParameterizedTest
    @CsvSource({"01, CERTIFICATE_SIGNATURE_TOO_WEAK", "7f, CERTIFICATE_SIGNATURE_UNSUPPORTED"})
    void tellsAWeakSignatureFromAnUnknownOne(String algorithm, ErrorCode code) {
        var upload = HexFormat.of().formatHex(Samples.der("ec.pem"));

        refuses(HexFormat.of().parseHex(upload.replace("2a8648ce3d040302", "2a8648ce3d0403" + algorithm)), code);
    }

    @Test
    void refusesAnExtensionThatIsThereTwice() {
        var upload = HexFormat.of().formatHex(Samples.der("ec.pem"));

        assertThat(upload).contains("0603551d23");
        refuses(
                HexFormat.of().parseHex(upload.replace("0603551d23", "0603551d0e")),
                ErrorCode.CERTIFICATE_EXTENSIONS_INVALID);
    }

    @Test
    void writesTheUsualAttributesByName() {
        assertThat(Certificates.read(Samples.file("usual-names.pem")).subject())
                .isEqualTo("CN=usual,jurisdictionLocalityName=Ulm,jurisdictionCountryName=DE,"
                        + "businessCategory=Private Organization,UID=svc,emailAddress=ops@shop.example,givenName=Zoë,"
                        + "serialNumber=HRB 1,organizationIdentifier=NTRDE-HRB 1,O=Läden GmbH,STREET=Weg 1,"
                        + "postalCode=80331,ST=Bayern,C=DE");
        assertThat(Certificates.read(Samples.file("mail-in-subject.cer")).subject())
                .contains("emailAddress=ops@shop.example");
    }

    @ParameterizedTest
    @CsvSource({
        "rsa512.pem, CERTIFICATE_KEY_TOO_WEAK",
        "rsa1024.pem, CERTIFICATE_KEY_TOO_WEAK",
        "ec224.pem, CERTIFICATE_KEY_TOO_WEAK",
        "ec239.pem, CERTIFICATE_KEY_TOO_WEAK",
        "ed25519-order-4.cer, CERTIFICATE_KEY_TOO_WEAK",
        "k256.pem, CERTIFICATE_KEY_UNSUPPORTED",
        "brainpool.pem, CERTIFICATE_KEY_UNSUPPORTED",
        "ec-explicit.pem, CERTIFICATE_KEY_UNSUPPORTED",
        "ec-compressed.pem, CERTIFICATE_KEY_UNSUPPORTED",
        "ed448.pem, CERTIFICATE_KEY_UNSUPPORTED",
        "x25519.pem, CERTIFICATE_KEY_UNSUPPORTED",
        "dsa.pem, CERTIFICATE_KEY_UNSUPPORTED",
        "pss-key-sha1.pem, CERTIFICATE_KEY_UNSUPPORTED",
        "pss-salt64.pem, CERTIFICATE_KEY_UNSUPPORTED",
        "point-off-curve.cer, CERTIFICATE_KEY_INVALID",
        "ec-long-point.cer, CERTIFICATE_KEY_INVALID",
        "rsa-negative-modulus.cer, CERTIFICATE_KEY_INVALID",
        "empty-names.cer, CERTIFICATE_NAMES_EMPTY",
        "empty-subject-san.cer, CERTIFICATE_NAMES_EMPTY",
        "request.pem, CERTIFICATE_REQUEST",
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
        refuses((pem + Samples.text("ec.pem")).getBytes(UTF_16), ErrorCode.CERTIFICATE_PRIVATE_KEY);
        refuses(Base64.getEncoder().encode(pem.getBytes(US_ASCII)), ErrorCode.CERTIFICATE_PRIVATE_KEY);
        refuses(Base64.getEncoder().encode(key), ErrorCode.CERTIFICATE_PRIVATE_KEY);
        refuses(Samples.joined(key, new byte[1]), ErrorCode.CERTIFICATE_PRIVATE_KEY);
        refuses(pem.substring(0, 80).getBytes(US_ASCII), ErrorCode.CERTIFICATE_PRIVATE_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"d\": \"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE\"}",
                "PuTTY-User-Key-File-3: ssh-rsa",
                "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----",
                "-----BEGIN OPENSSH PRIVATE KEY-----",
                "-----BEGIN PGP PRIVATE KEY BLOCK-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----"
            })
    void refusesAPrivateKeyOfOtherTools(String text) {
        refuses(text.getBytes(US_ASCII), ErrorCode.CERTIFICATE_PRIVATE_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS", "JCEKS"})
    void refusesAKeyStore(String type) throws Exception {
        var store = KeyStore.getInstance(type);
        store.load(null, null);
        var stored = new ByteArrayOutputStream();
        store.store(stored, "changeit".toCharArray());

        refuses(stored.toByteArray(), ErrorCode.CERTIFICATE_PRIVATE_KEY);
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

        refuses(upload, ErrorCode.CERTIFICATE_KEY_INVALID);
    }

    @Test
    void refusesGarbageAfterTheCertificate() {
        refuses(Samples.joined(Samples.der("ec.pem"), new byte[1]), ErrorCode.CERTIFICATE_TRAILING_DATA);
        var block = Base64.getEncoder().encodeToString(Samples.joined(Samples.der("ec.pem"), new byte[1]));
        refuses(block.getBytes(US_ASCII), ErrorCode.CERTIFICATE_TRAILING_DATA);
        refuses(
                ("-----BEGIN CERTIFICATE-----" + block + "-----END CERTIFICATE-----").getBytes(US_ASCII),
                ErrorCode.CERTIFICATE_TRAILING_DATA);
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

    /** The signature is not looked at. */
    private static byte[] withNames(String issuer, String subject) {
        var whole = Der.first(Samples.der("ec.pem")).children();
        var signed = new ArrayList<>(whole.getFirst().children().stream()
                .map(part -> HexFormat.of().formatHex(part.encoded()))
                .toList());
        signed.set(3, issuer);
        signed.set(5, subject);
        var algorithmAndSignature = HexFormat.of().formatHex(whole.get(1).encoded())
                + HexFormat.of().formatHex(whole.get(2).encoded());
        return HexFormat.of().parseHex(sequence(sequence(String.join("", signed)) + algorithmAndSignature));
    }

    private static String sequence(String content) {
        return "3082" + HexFormat.of().toHexDigits((short) (content.length() / 2)) + content;
    }

    private static byte[] withKey(String file, String key) {
        var upload = HexFormat.of().formatHex(Samples.der(file));
        var begin = upload.indexOf("032100") + 6;
        return HexFormat.of().parseHex(upload.substring(0, begin) + key + upload.substring(begin + key.length()));
    }

    private static byte[] withEnd(String time) {
        var upload = HexFormat.of().formatHex(Samples.der("ec.pem"));
        var begin = upload.indexOf("180f") + 4;
        var text = HexFormat.of().formatHex(time.getBytes(US_ASCII));
        return HexFormat.of().parseHex(upload.substring(0, begin) + text + upload.substring(begin + text.length()));
    }

    private static void refuses(byte[] upload, ErrorCode code) {
        assertThat(refusal(upload).code()).isEqualTo(code);
    }

    private static Refusal refusal(byte[] upload) {
        return assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Certificates.read(upload))
                .actual()
                .refusals()
                .getFirst();
    }
}
