package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.certificate.CertificateKey;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Which client assertions are accepted (BARS 11): one that is right in everything, once. */
class ClientAssertionTest extends NodeTest {
    private static final Duration LIFE = Duration.ofDays(365);
    private static final TestKey KEY = TestKey.of("ES256");

    /** A certificate whose Ed25519 key is a point of order 4. */
    private static final String OF_ORDER_FOUR =
            "MIHtMIGgoAMCAQICFDBGQfz7lcujTyA5dGw3wMuy2wpLMAUGAytlcDAWMRQwEgYDVQQDDAtq"
                    + "b2Igb3JkZXIgNDAgFw0yNjA2MDEwMDAwMDBaGA8yMDkwMDYwMTAwMDAwMFowFjEUMBIGA1UEAwwLam9iIG9yZGVyIDQwKjAFBgMrZXAD"
                    + "IQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADAFBgMrZXADQQBDKRSIzgzdF4k5mp38pBc9R+G1grJx+ij4PID7XcEP9WqoX"
                    + "D29BFi2boM6zfDSpwLUTjbf++lb9xPWMDW4JzEH";

    private static Ledger.@Nullable App shared;
    private Ledger.App app;

    @BeforeEach
    void register() throws Exception {
        if (shared == null) {
            shared = ledger.app(ledger.organization("asserting"), "integration");
            ledger.certificate(
                    shared, "cert000001", KEY, clock.instant(), clock.instant().plus(LIFE));
            settle();
        }
        app = shared;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PS256", "PS384", "PS512", "RS256", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"})
    void acceptsEachAdvertisedAlgorithmByEitherNameOfTheCertificate(String algorithm) throws Exception {
        var key = TestKey.of(algorithm);
        var own = ledger.app(app.organizationId(), "integration");
        ledger.certificate(
                own, "cert" + algorithm, key, clock.instant(), clock.instant().plus(LIFE));
        settle();

        assertThat(strings("token_endpoint_auth_signing_alg_values_supported")).contains(algorithm);
        for (var header : List.of(
                Map.of("kid", "cert" + algorithm),
                Map.of("kid", key.thumbprint()),
                Map.of("x5t#S256", key.thumbprint()),
                Map.of("x5t#S256", key.thumbprint(), "kid", "what the client calls it"))) {
            var answer = present(key.sign(algorithm, header, claims(own)));
            assertThat(answer.status()).as("%s %s", header, answer.text()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "Ed25519"})
    void acceptsEveryUsualHintAndNone(String algorithm) throws Exception {
        var key = TestKey.of(algorithm);
        var own = ledger.app(app.organizationId(), "integration");
        var end = clock.instant().plus(LIFE);
        for (int i = 0; i < 18; i++) {
            ledger.certificate(own, "certOther" + (char) ('a' + i), KEY, clock.instant(), end);
        }
        ledger.certificate(own, "certSecond", TestKey.of("ES384"), clock.instant(), end);
        ledger.certificate(own, "certHinted", key, clock.instant(), end);
        settle();
        var sha1 = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(key.sha1()));
        var sha256 = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(key.thumbprint()));

        for (var header : List.<Map<String, ?>>of(
                Map.of(),
                Map.of("x5t", key.sha1()),
                Map.of("x5t", key.sha1(), "kid", "what the client calls it"),
                Map.of("x5t#S256", key.thumbprint(), "x5t", "what the client calls it"),
                Map.of("kid", "certHinted"),
                Map.of("kid", key.sha1()),
                Map.of("kid", sha1),
                Map.of("kid", sha1.toUpperCase(Locale.ROOT)),
                Map.of("kid", sha256),
                Map.of("kid", colons(sha256)),
                Map.of("kid", colons(sha1).toUpperCase(Locale.ROOT)),
                Map.of("kid", jwkThumbprint(key)))) {
            var answer = present(key.sign(algorithm, header, claims(own)));
            assertThat(answer.status()).as("%s %s", header, answer.text()).isEqualTo(200);
        }
    }

    @Test
    void acceptsTheSignaturesThatAnRsaPssKeyIsForAlone() throws Exception {
        var key = TestKey.of("RSASSA-PSS");
        var own = ledger.app(app.organizationId(), "integration");
        ledger.certificate(
                own, "certPss000", key, clock.instant(), clock.instant().plus(LIFE));
        settle();
        var numbers = (RSAPrivateCrtKey) key.key();
        var plain = KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateKeySpec(numbers.getModulus(), numbers.getPrivateExponent()));

        assertThat(present(key.sign("PS256", Map.of(), claims(own))).status()).isEqualTo(200);
        refused(new TestKey(plain, key.certificate(), key.store()).sign("RS256", Map.of(), claims(own)));
    }

    @ParameterizedTest
    @CsvSource({"SHA-256, 32", "SHA-384, 48", "SHA-384, 20", "SHA-512, 64"})
    void advertisesAnAlgorithmForEveryRsaPssKey(String digest, int salt) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSASSA-PSS");
        var mask = new MGF1ParameterSpec(digest);
        generator.initialize(new RSAKeyGenParameterSpec(
                2048, RSAKeyGenParameterSpec.F4, new PSSParameterSpec(digest, "MGF1", mask, salt, 1)));
        var key = CertificateKey.of(generator.generateKeyPair().getPublic());

        assertThat(strings("token_endpoint_auth_signing_alg_values_supported")).containsAnyElementsOf(key.algorithms());
    }

    /** As one that was uploaded before such keys were refused; S = 0 and R = 0 verify when the hash is a multiple of 4. */
    @Test
    void acceptsNobodyForAKeyForWhichEverybodyCanSign() throws Exception {
        var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(Base64.getDecoder().decode(OF_ORDER_FOUR)));
        var own = ledger.app(app.organizationId(), "integration");
        var key = new TestKey(KEY.key(), certificate, KEY.store());
        ledger.certificate(
                own, "certFour00", key, clock.instant(), clock.instant().plus(LIFE));
        settle();
        var forged = new byte[64];
        forged[0] = 1;

        var accepted = 0;
        for (int i = 0; i < 20; i++) {
            var input = TestKey.part(Map.of("alg", "EdDSA")) + "." + TestKey.part(claims(own));
            var check = Signature.getInstance("Ed25519");
            check.initVerify(certificate.getPublicKey());
            check.update(input.getBytes(StandardCharsets.US_ASCII));
            accepted += check.verify(forged) ? 1 : 0;
            refused(input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(forged));
        }
        assertThat(accepted).as("by the JDK alone").isPositive();
    }

    /** The record of uses is kept as long as an assertion can come again. */
    @Test
    void acceptsAnAssertionOnceUntilTheTolerancePasses() {
        var assertion = signed(with(claims(), "exp", start().getEpochSecond() + 1));

        assertThat(present(assertion).status()).isEqualTo(200);
        clock.set(start().plusSeconds(30));
        refused(assertion);
    }

    @Test
    void issuesTheSameTokenAsForASecret() throws Exception {
        var answer = present(signed(claims()));

        assertThat(claims(answer.token()).keySet())
                .isEqualTo(claims(form(app).token()).keySet());
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void acceptsItAtEveryEndpointAndInJson() {
        var token = form(app).token();

        for (var path : List.of("/oauth/introspect", "/oauth/revoke")) {
            var answer = http.form(path, with(asserting(signed(claims())), "token", token));
            assertThat(answer.status()).as(path).isEqualTo(200);
        }
        assertThat(http.json("/oauth/token", asserting(signed(claims()))).status())
                .isEqualTo(200);
        assertThat(http.form("/oauth/introspect", Map.of("token", token)).status())
                .isEqualTo(401);
    }

    @Test
    void acceptsEveryCertificateOfTheAppWhileItIsValidAndNoOtherOne() throws Exception {
        var other = TestKey.of("ES256", "second");
        var own = ledger.app(app.organizationId(), "integration");
        var begin = clock.instant();
        ledger.certificate(own, "certFirst0", KEY, begin, begin.plusSeconds(100));
        ledger.certificate(own, "certSecond", other, begin, begin.plusSeconds(1000));
        settle();

        assertThat(status(own, KEY)).isEqualTo(200);
        assertThat(status(own, other)).isEqualTo(200);
        clock.set(begin.minusSeconds(1));
        assertThat(status(own, KEY)).isEqualTo(401);
        clock.set(begin.plusSeconds(100));
        assertThat(status(own, KEY)).isEqualTo(200);
        clock.set(begin.plusSeconds(101));
        assertThat(status(own, KEY)).isEqualTo(401);
        assertThat(status(own, other)).isEqualTo(200);

        ledger.record(own.id(), new CertificateRemoved(own.id(), "certSecond"));
        settle();
        assertThat(status(own, other)).isEqualTo(401);
    }

    @Test
    void acceptsNoCertificateOfAnotherAppAndNobodyWhoIsDisabled() throws Exception {
        var key = TestKey.of("ES256", "second");
        var other = ledger.app(app.organizationId(), "integration");
        ledger.certificate(
                other, "certOther0", key, clock.instant(), clock.instant().plus(LIFE));
        settle();

        assertThat(status(app, key)).isEqualTo(401);
        assertThat(status(other, key)).isEqualTo(200);
        ledger.record(other.id(), new AppDisabled(other.id()));
        settle();
        assertThat(status(other, key)).isEqualTo(401);
    }

    @Test
    void acceptsAnAssertionOnce() {
        var assertion = signed(claims());

        assertThat(present(assertion).status()).isEqualTo(200);
        refused(assertion);
    }

    @Test
    void acceptsOneOfManyAtOnce() throws Exception {
        var assertion = signed(claims());
        Callable<Integer> attempt = () -> present(assertion).status();
        var won = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(20, attempt))) {
                won += answer.get() == 200 ? 1 : 0;
            }
        }
        assertThat(won).isEqualTo(1);
    }

    @Test
    void spendsNoTokenIdForWhatItRefuses() {
        var claims = claims();
        refused(TestKey.of("ES256", "second").sign("ES256", Map.of("kid", "cert000001"), claims));

        assertThat(present(signed(claims)).status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsWrongInOneClaim() {
        var now = start().getEpochSecond();
        var wrong = new ArrayList<Map<String, Object>>();
        for (var name : List.of("iss", "sub", "aud", "exp", "jti")) {
            wrong.add(without(claims(), name));
        }
        wrong.add(with(claims(), "iss", "nobody"));
        wrong.add(with(claims(), "sub", "nobody"));
        for (var audience : List.of(
                ISSUER + "/",
                ISSUER + "/oauth/token",
                ISSUER + "/oauth/introspect",
                "https://other.test",
                "",
                List.of(),
                List.of(ISSUER, "https://other.test"))) {
            wrong.add(with(claims(), "aud", audience));
        }
        wrong.add(with(claims(), "exp", now - 30));
        wrong.add(with(claims(), "exp", now - 31));
        wrong.add(with(claims(), "exp", now + 331));
        wrong.add(with(with(claims(), "iat", now - 10), "exp", now + 321));
        wrong.add(with(with(claims(), "iat", now + 30), "exp", now + 361));
        wrong.add(with(without(claims(), "iat"), "exp", now + 331));
        wrong.add(with(claims(), "exp", "soon"));
        wrong.add(with(claims(), "nbf", now + 31));
        wrong.add(with(claims(), "iat", now + 31));
        wrong.add(with(claims(), "jti", 7));

        wrong.forEach(claims -> refused(signed(claims)));
    }

    @Test
    void acceptsTheBoundsOfTheClaims() {
        var now = start().getEpochSecond();
        var right = List.of(
                with(claims(), "exp", now + 300),
                with(claims(), "exp", now + 1),
                with(claims(), "exp", now - 29),
                with(claims(), "exp", now + 330),
                with(with(claims(), "iat", now + 2), "exp", now + 302),
                with(with(claims(), "iat", now + 30), "exp", now + 360),
                with(with(claims(), "iat", now - 300), "exp", now + 10),
                with(without(claims(), "iat"), "exp", now + 330),
                with(claims(), "nbf", now + 30),
                with(claims(), "iat", now + 30),
                with(claims(), "aud", List.of(ISSUER)),
                with(claims(), "more", Map.of("a", 1)));

        right.forEach(claims -> assertThat(present(signed(claims)).status())
                .as(claims.toString())
                .isEqualTo(200));
    }

    @Test
    void refusesHeadersThatBringAKeyOrWantToBeUnderstood() {
        var jwk = Map.of("kty", "EC", "crv", "P-256", "x", "AA", "y", "AA");
        for (var header : List.<Map<String, ?>>of(
                Map.of("jku", "https://keys.test/"),
                Map.of("x5u", "https://keys.test/"),
                Map.of("jwk", jwk),
                Map.of("x5c", List.of(KEY.der())),
                Map.of("crit", List.of("exp"), "exp", 1),
                Map.of("crit", List.of("b64"), "b64", true),
                Map.of("typ", "at+jwt"),
                Map.of("typ", "secevent+jwt"),
                Map.of("kid", "unknown"),
                Map.of("kid", ""),
                Map.of("kid", KEY.thumbprint().toLowerCase(Locale.ROOT)),
                Map.of("x5t", KEY.thumbprint()),
                Map.of("x5t", TestKey.of("ES256", "second").sha1()),
                Map.of("x5t#S256", TestKey.of("ES256", "second").thumbprint()))) {
            var all = new HashMap<String, Object>(Map.of("kid", "cert000001"));
            all.putAll(header);
            refused(KEY.sign("ES256", all, claims()));
        }
        for (var type : List.of("JWT", "client-authentication+jwt")) {
            assertThat(present(KEY.sign("ES256", Map.of("kid", "cert000001", "typ", type), claims()))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesWhatIsNotSignedByThatKey() throws Exception {
        var right = signed(claims());
        var signature = right.substring(right.lastIndexOf('.') + 1);
        var unsigned = TestKey.part(Map.of("alg", "none", "kid", "cert000001")) + "." + TestKey.part(claims()) + ".";
        var mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(
                KEY.certificate().getPublicKey().getEncoded(), "HmacSHA256"));
        var input = TestKey.part(Map.of("alg", "HS256", "kid", "cert000001")) + "." + TestKey.part(claims());
        var macked = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(input.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));

        for (var forged : List.of(
                unsigned,
                unsigned + signature,
                input + "." + macked,
                right.substring(0, right.lastIndexOf('.') + 1) + "A".repeat(86),
                right.substring(0, right.lastIndexOf('.')) + ".",
                TestKey.of("RS256").sign("RS256", Map.of("kid", "cert000001"), claims()),
                TestKey.of("ES384").sign("ES384", Map.of("kid", "cert000001"), claims()),
                TestKey.of("ES256", "second").sign("ES256", Map.of("kid", "cert000001"), claims()),
                "not a token",
                "a.b.c",
                "x".repeat(10_000))) {
            refused(forged);
        }
    }

    @Test
    void refusesTheRightAssertionInTheWrongRequest() {
        var right = asserting(signed(claims()));

        assertThat(http.form("/oauth/token", with(right, "client_id", "somebody"))
                        .status())
                .isEqualTo(401);
        assertThat(http.form("/oauth/token", with(right, "client_assertion_type", "saml"))
                        .status())
                .isEqualTo(401);
        assertThat(http.form("/oauth/token", without(right, "client_assertion_type"))
                        .status())
                .isEqualTo(401);
        assertThat(http.form("/oauth/token", without(right, "client_assertion")).status())
                .isEqualTo(401);
        assertThat(http.form("/oauth/token", with(right, "client_id", app.clientId()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesTwoWaysAtOnce() {
        var right = asserting(signed(claims()));
        var basic = Http.basic(app.clientId(), app.secret());

        for (var answer : List.of(
                http.form("/oauth/token", with(right, "client_secret", app.secret())),
                http.json("/oauth/token", with(right, "client_secret", app.secret())),
                http.form("/oauth/token", right, "Authorization", basic))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("invalid_request");
        }
        assertThat(http.form("/oauth/token", right).status()).isEqualTo(200);
    }

    private static String colons(String hex) {
        return hex.replaceAll("..(?!$)", "$0:");
    }

    private static String jwkThumbprint(TestKey key) throws Exception {
        var known = switch (key.certificate().getPublicKey()) {
            case RSAPublicKey rsa ->
                Map.of("e", number(rsa.getPublicExponent()), "kty", "RSA", "n", number(rsa.getModulus()));
            case ECPublicKey elliptic ->
                Map.of(
                        "crv",
                        "P-256",
                        "kty",
                        "EC",
                        "x",
                        coordinate(elliptic.getW().getAffineX()),
                        "y",
                        coordinate(elliptic.getW().getAffineY()));
            case PublicKey edwards -> Map.of("crv", "Ed25519", "kty", "OKP", "x", lastBytes(edwards.getEncoded()));
        };
        var text = JsonMapper.shared().writeValueAsString(new TreeMap<>(known));
        return base64(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String number(BigInteger number) {
        return lastBytes(number.toByteArray(), (number.bitLength() + 7) / 8);
    }

    private static String coordinate(BigInteger number) {
        var bytes = new byte[64];
        var written = number.toByteArray();
        System.arraycopy(written, 0, bytes, bytes.length - written.length, written.length);
        return lastBytes(bytes, 32);
    }

    private static String lastBytes(byte[] bytes) {
        return lastBytes(bytes, 32);
    }

    private static String lastBytes(byte[] bytes, int count) {
        return base64(Arrays.copyOfRange(bytes, bytes.length - count, bytes.length));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void refused(String assertion) {
        var wrongSecret = form(app, "client_secret", ledger.strangersSecret());
        var answer = present(assertion);

        assertThat(answer.status()).as(assertion).isEqualTo(401);
        assertThat(answer.text()).isEqualTo(wrongSecret.text());
    }

    private int status(Ledger.App of, TestKey key) {
        return present(key.sign("ES256", Map.of("x5t#S256", key.thumbprint()), claims(of)))
                .status();
    }

    private Http.Answer present(String assertion) {
        return http.form("/oauth/token", asserting(assertion));
    }

    private String signed(Map<String, ?> claims) {
        return KEY.sign("ES256", Map.of("kid", "cert000001"), claims);
    }

    private Map<String, Object> claims() {
        return claims(app);
    }

    private Map<String, Object> claims(Ledger.App of) {
        return assertionClaims(of, clock.instant());
    }

    private static <V> Map<String, V> with(Map<String, ? extends V> members, String name, V value) {
        var more = new HashMap<String, V>(members);
        more.put(name, value);
        return more;
    }

    private static <V> Map<String, V> without(Map<String, ? extends V> members, String name) {
        var fewer = new HashMap<String, V>(members);
        fewer.remove(name);
        return fewer;
    }

    private List<String> strings(String member) {
        return JsonMapper.shared()
                .readTree(http.get("/.well-known/oauth-authorization-server").text())
                .get(member)
                .valueStream()
                .map(node -> node.asString())
                .toList();
    }
}
