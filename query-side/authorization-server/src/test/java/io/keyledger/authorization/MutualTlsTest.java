package io.keyledger.authorization;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.authorization.mtls.MutualTls;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.CertificateRemoved;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The port for mutual TLS (BARS 12): which clients authenticate by their certificate, and what their tokens are bound
 * to.
 */
class MutualTlsTest extends NodeTest {
    private static final TestKey SERVER = TestKey.of("ES256", "server");
    private static final TestKey KEY = TestKey.of("ES256");
    private static final TestKey OTHER = TestKey.of("RS256");
    private static final Duration LIFE = Duration.ofDays(365);

    @Autowired
    @SuppressWarnings("NullAway.Init")
    MutualTls tls;

    @SuppressWarnings("NullAway.Init")
    private Ledger.App app;

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry settings) {
        settings.add("keyledger.mtls.port", () -> "0");
        settings.add(
                "keyledger.mtls.certificate",
                () -> pem("CERTIFICATE", Base64.getDecoder().decode(SERVER.der())));
        settings.add(
                "keyledger.mtls.private-key",
                () -> pem("PRIVATE KEY", SERVER.key().getEncoded()));
    }

    @BeforeEach
    void register() throws Exception {
        var role = ledger.role(ledger.organization("mtls"), "read_only");
        app = ledger.app(ledger.organization("mtls" + System.nanoTime()), "integration", "live", 7200, role, null);
        ledger.certificate(
                app, "cert" + app.id(), KEY, clock.instant(), clock.instant().plus(LIFE));
        settle();
    }

    @Test
    void acceptsARegisteredCertificateAloneAndBindsTheTokenToIt() throws Exception {
        var token = with(KEY).form("/oauth/token", byCertificate()).token();

        assertThat(claims(token)).containsEntry("cnf", Map.of("x5t#S256", KEY.thumbprint()));
        assertThat(with(KEY).json("/oauth/token", byCertificate()).status()).isEqualTo(200);
    }

    @Test
    void refusesWhoeverShowsAnotherCertificateOrNone() {
        var wrongSecret = form(app, "client_secret", ledger.strangersSecret());

        for (var stranger : List.of(with(OTHER), with(null), http)) {
            var answer = stranger.form("/oauth/token", byCertificate());
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text()).isEqualTo(wrongSecret.text());
        }
    }

    @Test
    void refusesACertificateThatIsOverRemovedOrOfADisabledApp() throws Exception {
        clock.set(TestClock.START.plus(LIFE).plusSeconds(1));
        assertThat(with(KEY).form("/oauth/token", byCertificate()).status()).isEqualTo(401);
        clock.set(TestClock.START);
        var token = bearer(with(KEY).form("/oauth/token", byCertificate()).token());
        assertThat(with(KEY).get("/api/whoami", token).status()).isEqualTo(200);

        ledger.certificate(
                app, "certOther0", OTHER, clock.instant(), clock.instant().plus(LIFE));
        ledger.record(app.id(), new CertificateRemoved(app.id(), "cert" + app.id()));
        settle();
        assertThat(with(KEY).form("/oauth/token", byCertificate()).status()).isEqualTo(401);
        assertThat(with(KEY).get("/api/whoami", token).status()).isEqualTo(401);
        assertThat(with(OTHER).form("/oauth/token", byCertificate()).status()).isEqualTo(200);

        ledger.record(app.id(), new AppDisabled(app.id()));
        settle();
        assertThat(with(OTHER).form("/oauth/token", byCertificate()).status()).isEqualTo(401);
    }

    @Test
    void letsABoundTokenBeUsedOverAConnectionWithThatCertificateAlone() {
        var bound = bearer(with(KEY).form("/oauth/token", byCertificate()).token());

        assertThat(with(KEY).get("/api/whoami", bound).status()).isEqualTo(200);
        for (var thief : List.of(with(OTHER), with(null), http)) {
            var answer = thief.get("/api/whoami", bound);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text()).contains("INVALID_TOKEN");
        }
        var free = bearer(apiToken(app));
        for (var owner : List.of(with(KEY), with(null), http)) {
            assertThat(owner.get("/api/whoami", free).status()).isEqualTo(200);
        }
    }

    @Test
    void bindsTokensForSecretsAndAssertionsTooWhenACertificateIsShown() throws Exception {
        var bySecret = with(OTHER).form("/oauth/token", credentials(app)).token();
        var assertion = KEY.sign("ES256", Map.of("kid", KEY.thumbprint()), assertionClaims(app, clock.instant()));
        var byAssertion = with(OTHER).form("/oauth/token", asserting(assertion)).token();

        for (var token : List.of(bySecret, byAssertion)) {
            assertThat(claims(token)).containsEntry("cnf", Map.of("x5t#S256", OTHER.thumbprint()));
        }
        assertThat(claims(with(null).form("/oauth/token", credentials(app)).token()))
                .doesNotContainKey("cnf");
    }

    @Test
    void tellsInIntrospectionWhatATokenIsBoundTo() {
        var token = with(KEY).form("/oauth/token", byCertificate()).token();

        var answer = http.form("/oauth/introspect", credentials(app, "token", token));

        assertThat(answer.json().at("/active").asBoolean()).isTrue();
        assertThat(answer.json().at("/cnf/x5t#S256").asString()).isEqualTo(KEY.thumbprint());
        var revoked = new HashMap<>(byCertificate());
        revoked.put("token", token);
        assertThat(with(KEY).form("/oauth/revoke", revoked).status()).isEqualTo(200);
        assertThat(with(KEY).get("/api/whoami", bearer(token)).status()).isEqualTo(401);
    }

    @Test
    void ignoresCertificatesInHeaders() {
        var der = KEY.der();
        var bound = with(KEY).form("/oauth/token", byCertificate()).token();
        for (var name : List.of(
                "Client-Cert",
                "X-Client-Cert",
                "X-Forwarded-Client-Cert",
                "X-SSL-Client-Cert",
                "X-SSL-CERT",
                "ssl_client_cert",
                "X-ARR-ClientCert",
                "X-Amzn-Mtls-Clientcert")) {
            for (var port : List.of(http, with(null), with(OTHER))) {
                for (var value : List.of(":" + der + ":", der, "Hash=" + KEY.thumbprint() + ";Cert=\"" + der + "\"")) {
                    assertThat(port.form("/oauth/token", byCertificate(), name, value)
                                    .status())
                            .as(name)
                            .isEqualTo(401);
                }
                assertThat(port.get("/api/whoami", "Authorization", "Bearer " + bound, name, der)
                                .status())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void advertisesThePortAndWhatItIsFor() {
        var metadata = http.get("/.well-known/oauth-authorization-server").json();

        assertThat(metadata.get("tls_client_certificate_bound_access_tokens").asBoolean())
                .isTrue();
        for (var endpoint : List.of("token", "introspection", "revocation")) {
            assertThat(metadata.get(endpoint + "_endpoint_auth_methods_supported")
                            .toString())
                    .contains("self_signed_tls_client_auth");
            var alias = metadata.get("mtls_endpoint_aliases")
                    .get(endpoint + "_endpoint")
                    .asString();
            assertThat(alias).startsWith("https://auth.keyledger.test:");
            var parameters = new HashMap<>(byCertificate());
            parameters.put("token", "any");
            assertThat(with(KEY).form(URI.create(alias).getPath(), parameters).status())
                    .as(endpoint)
                    .isEqualTo(200);
        }
    }

    @Test
    void endsAConnectionAfterTwentyRequestsInARow() throws Exception {
        var port = URI.create(tls.address()).getPort();
        try (var socket = context(null).getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("GET /oauth/jwks HTTP/1.1\r\nHost: a\r\n\r\n"
                            .repeat(30)
                            .getBytes(ISO_8859_1));

            var answers = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);

            assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(1 + 20);
        }
    }

    private Map<String, String> byCertificate() {
        return Map.of("grant_type", "client_credentials", "client_id", app.clientId(), "scope", "provisioning-api");
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private Http with(@Nullable TestKey key) {
        var port = URI.create(tls.address()).getPort();
        return new Http(
                "https://localhost:" + port,
                HttpClient.newBuilder().sslContext(context(key)).build());
    }

    private static SSLContext context(@Nullable TestKey key) {
        try {
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", SERVER.certificate());
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(key == null ? new KeyManager[0] : keys(key), trust.getTrustManagers(), null);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyManager[] keys(TestKey key) throws Exception {
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(key.store(), TestKey.PASSWORD);
        return factory.getKeyManagers();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }
}
