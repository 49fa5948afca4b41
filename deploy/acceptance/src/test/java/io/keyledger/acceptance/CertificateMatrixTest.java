package io.keyledger.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPrivateKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of key that is accepted, with every algorithm of assertions and with TLS. Source: BARS 47. */
class CertificateMatrixTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final List<String> ALGORITHMS = List.of(
            "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519");
    private static final Set<String> ALL_OF_RSA = Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");
    private static final Set<String> ALL_OF_PSS = Set.of("PS256", "PS384", "PS512");
    private static final List<Kind> KINDS = List.of(
            new Kind("RSA", "RSA -pkeyopt rsa_keygen_bits:2048", ALL_OF_RSA),
            new Kind("RSA", "RSA -pkeyopt rsa_keygen_bits:3072 -pkeyopt rsa_keygen_pubexp:3", ALL_OF_RSA),
            new Kind("RSA", "RSA -pkeyopt rsa_keygen_bits:4096", ALL_OF_RSA),
            new Kind("RSASSA-PSS", "RSA-PSS -pkeyopt rsa_keygen_bits:2048", ALL_OF_PSS),
            new Kind("RSASSA-PSS", pss("sha256", 32), Set.of("PS256")),
            new Kind("RSASSA-PSS", pss("sha384", 20), Set.of("PS384")),
            new Kind("RSASSA-PSS", pss("sha512", 64), Set.of("PS512")),
            new Kind("EC", "EC -pkeyopt ec_paramgen_curve:P-256", Set.of("ES256")),
            new Kind("EC", "EC -pkeyopt ec_paramgen_curve:P-384", Set.of("ES384")),
            new Kind("EC", "EC -pkeyopt ec_paramgen_curve:P-521", Set.of("ES512")),
            new Kind("Ed25519", "ED25519", Set.of("EdDSA", "Ed25519")));

    @TempDir
    Path directory;

    @Test
    void signsInByWhatTheKeyIsForAndByNothingElse() throws Exception {
        var own = key(new Kind("EC", "EC -pkeyopt ec_paramgen_curve:P-256", Set.of()), "localhost");
        var port = freePort();
        try (var server = RunningServer.start(
                "--keyledger.rate-limits.enabled=false",
                "--keyledger.assertions.algorithms=" + String.join(",", ALGORITHMS),
                "--keyledger.mtls.port=" + port,
                "--keyledger.mtls.certificate=" + own.certificateFile(),
                "--keyledger.mtls.private-key=" + own.keyFile())) {
            var ledger = new Ledger(Client.owner(server));
            var softly = new SoftAssertions();
            var organization = ledger.organization("Matrix");
            for (int i = 0; i < KINDS.size(); i++) {
                var key = key(KINDS.get(i), "client" + i);
                var app = ledger.app(organization, "integration", "matrix");
                var uploaded = ledger.caller()
                        .sendBytes(
                                "POST",
                                "/api/app_registrations/" + app.id() + "/certificates",
                                BodyPublishers.ofFile(key.certificateFile()),
                                Map.of("Content-Type", "application/x-pem-file"));
                assertThat(uploaded.status())
                        .as("%s %s", key.kind(), uploaded.text())
                        .isEqualTo(201);
                var client = app.attribute("client_id").asString();
                for (var algorithm : ALGORITHMS) {
                    softly.assertThat(present(server, key.assertion(client, issuer(server), algorithm)))
                            .as("%s %s", key.kind(), algorithm)
                            .isEqualTo(key.kind().algorithms().contains(algorithm) ? 200 : 401);
                }
                softly.assertThat(connect(port, own, key, client))
                        .as("%s TLS", key.kind())
                        .isEqualTo(200);
            }
            softly.assertAll();
        }
    }

    private static String issuer(RunningServer server) {
        return server.bootstrap().path("issuer").asString();
    }

    private static int present(RunningServer server, String assertion) {
        return Client.anonymous(server)
                .token(Map.of(
                        "grant_type", "client_credentials",
                        "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion", assertion))
                .status();
    }

    private static int connect(int port, Made server, Made key, String clientId) throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", server.certificate());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", key.key(), PASSWORD, new X509Certificate[] {key.certificate()});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        try (var client = HttpClient.newBuilder().sslContext(tls).build()) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/oauth/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + clientId))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private Made key(Kind kind, String name) throws Exception {
        var keyFile = directory.resolve(name + ".key");
        var certificateFile = directory.resolve(name + ".pem");
        var make = new ArrayList<>(List.of("openssl", "genpkey", "-algorithm"));
        make.addAll(List.of(kind.options().split(" ")));
        make.addAll(List.of("-out", keyFile.toString()));
        run(make);
        run(List.of(
                "openssl",
                "req",
                "-x509",
                "-new",
                "-key",
                keyFile.toString(),
                "-out",
                certificateFile.toString(),
                "-subj",
                "/CN=" + name,
                "-addext",
                "subjectAltName=DNS:localhost",
                "-days",
                "300"));
        var encoded = Base64.getMimeDecoder().decode(Files.readString(keyFile).replaceAll("-----[^-]*-----", ""));
        try (var stream = Files.newInputStream(certificateFile)) {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
            var key = KeyFactory.getInstance(kind.factory()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new Made(kind, key, certificate, keyFile, certificateFile);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), US_ASCII);
        assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
    }

    private static String pss(String digest, int salt) {
        return "RSA-PSS -pkeyopt rsa_keygen_bits:2048 -pkeyopt rsa_pss_keygen_md:" + digest
                + " -pkeyopt rsa_pss_keygen_mgf1_md:" + digest + " -pkeyopt rsa_pss_keygen_saltlen:" + salt;
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * @param factory    its name in the JDK
     * @param options    of openssl
     * @param algorithms that it signs with
     */
    private record Kind(String factory, String options, Set<String> algorithms) {}

    private record Made(Kind kind, PrivateKey key, X509Certificate certificate, Path keyFile, Path certificateFile) {
        /** Signed by the algorithm where any key of this sort can, else by the key's own under the other's name. */
        String assertion(String clientId, String issuer, String algorithm) throws GeneralSecurityException {
            var now = Instant.now().getEpochSecond();
            var claims = Map.of(
                    "iss", clientId,
                    "sub", clientId,
                    "aud", issuer,
                    "iat", now,
                    "exp", now + 60,
                    "jti", UUID.randomUUID().toString());
            var input = Jwt.encoded(Json.MAPPER.writeValueAsString(Map.of("alg", algorithm))) + "."
                    + Jwt.encoded(Json.MAPPER.writeValueAsString(claims));
            var isRsa = key instanceof RSAPrivateKey;
            var by = isRsa == ALL_OF_RSA.contains(algorithm)
                            && (isRsa || kind.algorithms().contains(algorithm))
                    ? algorithm
                    : kind.algorithms().iterator().next();
            var signature = signature(by);
            signature.update(input.getBytes(US_ASCII));
            return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        }

        private Signature signature(String algorithm) throws GeneralSecurityException {
            var bits = algorithm.substring(2);
            var signature = Signature.getInstance(
                    switch (algorithm.substring(0, 2)) {
                        case "RS" -> "SHA" + bits + "withRSA";
                        case "PS" -> "RSASSA-PSS";
                        case "ES" -> "SHA" + bits + "withECDSAinP1363Format";
                        default -> "Ed25519";
                    });
            signature.initSign(key instanceof RSAPrivateKey rsa ? plain(rsa) : key);
            if (algorithm.startsWith("PS")) {
                var digest = "SHA-" + bits;
                signature.setParameter(new PSSParameterSpec(
                        digest, "MGF1", new MGF1ParameterSpec(digest), Integer.parseInt(bits) / 8, 1));
            }
            return signature;
        }

        /** Without the parameters of an RSASSA-PSS key, which keep the JDK from other algorithms. */
        private static PrivateKey plain(RSAPrivateKey key) throws GeneralSecurityException {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new RSAPrivateKeySpec(key.getModulus(), key.getPrivateExponent()));
        }
    }
}
