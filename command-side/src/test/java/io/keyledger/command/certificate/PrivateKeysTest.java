package io.keyledger.command.certificate;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each form of a private key in each of the ways in which it may come, and what only looks like one. */
class PrivateKeysTest {
    private static final String NEWLINES = "\n";

    /** By name: PKCS#8, PKCS#1 and SEC 1, encrypted too. */
    static Stream<Map.Entry<String, byte[]>> keys() throws Exception {
        var keys = new LinkedHashMap<String, byte[]>();
        for (var curve : List.of("secp256r1", "secp384r1", "secp521r1")) {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            var encoded = generator.generateKeyPair().getPrivate().getEncoded();
            keys.put("PKCS#8 " + curve, encoded);
            keys.put("SEC 1 " + curve, inner(encoded));
        }
        for (var algorithm : List.of("Ed25519", "X25519", "DSA", "RSASSA-PSS")) {
            keys.put("PKCS#8 " + algorithm, pair(algorithm).getPrivate().getEncoded());
        }
        var rsa = pair("RSA").getPrivate().getEncoded();
        keys.put("PKCS#8 RSA", rsa);
        keys.put("PKCS#1", inner(rsa));
        // PBES2 of RFC 8018, PBE of RFC 7292
        keys.put(
                "encrypted",
                HexFormat.of().parseHex("301d301706092a864886f70d01050d300a06082a864886f70d02090402" + "0102"));
        keys.put("of PKCS#12", HexFormat.of().parseHex("3014300e060a2a864886f70d010c010330000402" + "0102"));
        return keys.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void findsAKeyInWhateverWayItComes(Map.Entry<String, byte[]> named) {
        var key = named.getValue();
        var base64 = Base64.getEncoder().encodeToString(key);
        var hex = HexFormat.of().formatHex(key);
        var certificate = Samples.der("ec.pem");
        var pem = Samples.text("ec.pem");
        for (var upload : List.of(
                key,
                Samples.joined(certificate, key),
                Samples.joined(new byte[3], key),
                Samples.joined("a=1&key=".getBytes(UTF_8), key),
                Arrays.copyOf(key, key.length - 1))) {
            assertThat(PrivateKeys.areIn(upload)).as(named.getKey()).isTrue();
        }
        for (var text : List.of(
                block("PRIVATE KEY", key),
                block("PUBLIC KEY", key),
                block("FOO", key),
                pem + block("private key", key).toLowerCase(Locale.ROOT).replace(base64.toLowerCase(Locale.ROOT), ""),
                pem + block("FOO", key),
                pem + block("PRIVATE KEY", key).replace("-----", "----"),
                pem + block("FOO", key).replace("-----", "----"),
                pem + NEWLINES + base64 + NEWLINES,
                pem + "key: " + base64,
                base64,
                Base64.getUrlEncoder().encodeToString(key),
                Base64.getMimeEncoder().encodeToString(key),
                Base64.getEncoder().encodeToString(Samples.joined(certificate, key)),
                Base64.getEncoder().encodeToString(block("FOO", key).getBytes(UTF_8)),
                Base64.getEncoder().encodeToString(hex.getBytes(UTF_8)),
                block("FOO", key).replace("\n", "\\n"),
                "{\"a\":\"" + base64.replace("/", "\\/") + "\"}",
                hex,
                hex.toUpperCase(Locale.ROOT),
                "x " + hex.replaceAll("(..)", "$1:"),
                hex.replaceAll("(..)", "0x$1, "),
                hex.replaceAll("(.{32})", "$1\n"),
                HexFormat.of().formatHex(base64.getBytes(UTF_8)))) {
            assertThat(PrivateKeys.areIn(text)).as(named.getKey() + ' ' + text).isTrue();
            for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
                assertThat(PrivateKeys.areIn(text.getBytes(charset)))
                        .as(named.getKey() + ' ' + charset + ' ' + text)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"d\":\"AAAA\",\"x\":\"b\",\"y\":\"c\"}",
                "{\"d\":\"AAAA\",\"kty\":\"OKP\"}",
                "{\"kty\":\"RSA\",\"n\":\"AQ\",\"e\":\"AQAB\",\"p\" : \"AQ\"}",
                "{\"kty\":\"oct\",\"k\":\"AQ\"}",
                "{\\\"kty\\\":\\\"EC\\\",\\\"d\\\":\\\"AQ\\\"}",
                "{'kty': 'EC', 'd': 'AQ'}",
                "eyJrdHkiOiJFQyIsImQiOiJBQUFBIn0",
                "7b226b7479223a224543222c2264223a2241414141227d",
                "<RSAKeyValue><Modulus>AQ==</Modulus><D>AQ==</D></RSAKeyValue>",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED",
                "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t",
                "\\u002d\\u002D---BEGIN \\u0050RIVATE KEY-----",
                "Private-Key: (2048 bit, 2 primes)\nmodulus:\n    00:aa",
                "ED25519 Private-Key:\npriv:\n    00:aa",
                "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ"
            })
    void findsTheFormsOfOtherTools(String text) {
        assertThat(PrivateKeys.areIn(text)).isTrue();
        assertThat(PrivateKeys.areIn(text.getBytes(UTF_8))).isTrue();
        assertThat(PrivateKeys.areIn(Samples.text("ec.pem") + text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN PRIVATE KEY",
                "PRIVATE KEY of the shop -----",
                "Private-Key: in the safe",
                "Public-Key: (2048 bit)",
                "\\u002d\\u002D---BEGIN PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"b\",\"y\":\"c\"}",
                "{\"kty\":\"RSA\",\"n\":\"AQ\",\"e\":\"AQAB\"}",
                "<RSAKeyValue><Modulus>AQ==</Modulus></RSAKeyValue>",
                "{\"d\": \"short\"}",
                "30",
                "MIIMIIMIIMII"
            })
    void findsNoneInWordsAndPublicKeys(String text) {
        assertThat(PrivateKeys.areIn(text)).isFalse();
        assertThat(PrivateKeys.areIn(text.getBytes(UTF_8))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519", "X25519", "DSA", "RSASSA-PSS"})
    void findsNoneInAPublicKey(String algorithm) throws Exception {
        var key = pair(algorithm).getPublic().getEncoded();

        assertThat(PrivateKeys.areIn(key)).isFalse();
        assertThat(PrivateKeys.areIn(block("PUBLIC KEY", key))).isFalse();
        assertThat(PrivateKeys.areIn(HexFormat.of().formatHex(key))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M",
                "-",
                "MIIBAgEA",
                "MIIBAgEAMIIB",
                "A",
                " ",
                "0",
                "30",
                "0\u0080",
                "020100",
                "\"kty\":",
                "\"d\":\"",
                "\\",
                "\\u002d",
                "\\u",
                "LS0t",
                "--BEGIN ",
                "Proc-Type:",
                "a a",
                "MIICdgIBADANBgkqhkiG9w0BAQEFAA"
            })
    void looksThroughTheLargestRequestAtOnce(String part) {
        var cpu = ManagementFactory.getThreadMXBean();
        var text = part.repeat(2 * Upload.LARGEST / part.length());
        var begin = cpu.getCurrentThreadCpuTime();
        PrivateKeys.areIn(text.getBytes(UTF_8));
        PrivateKeys.areIn(text);

        assertThat(Duration.ofNanos(cpu.getCurrentThreadCpuTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    private static KeyPair pair(String algorithm) throws Exception {
        return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    }

    /** What a PKCS#8 holds: PKCS#1 of an RSA key, SEC 1 of an EC key. */
    private static byte[] inner(byte[] pkcs8) {
        return Der.first(pkcs8).children().get(2).content();
    }

    private static String block(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }
}
