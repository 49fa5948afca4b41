package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import io.keyledger.kernel.DataDirectory;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The documents that are read without a token. */
class PublishedDocumentsTest extends NodeTest {
    private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private DataDirectory directory;

    @Test
    void publishesTheKeysWithoutTheirPrivateHalves() throws Exception {
        var keys = http.get("/.well-known/jwks.json").json().get("keys");

        assertThat(http.get("/oauth/jwks").json().get("keys")).isEqualTo(keys);
        assertThat(keys.size()).isEqualTo(2);
        for (var key : keys) {
            assertThat(key.propertyNames()).contains("kid", "alg", "use", "kty").doesNotContainAnyElementsOf(PRIVATE);
        }
        assertThat(JWKSet.parse(Files.readString(directory.file("keys.json"))).getKeys())
                .allMatch(key -> key.isPrivate());
    }

    @Test
    void letsTheKeysBeCached() {
        assertThat(http.get("/oauth/jwks").header("Cache-Control")).isEqualTo("max-age=3600, public");
    }

    @Test
    void keepsTheKeysInAFileThatOnlyItsOwnerReads() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.file("keys.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void listsWhatWorks() throws Exception {
        var metadata = http.get("/.well-known/oauth-authorization-server").json();
        var app = ledger.app(ledger.organization("metadata"), "integration");
        settle();

        assertThat(metadata.get("issuer").asString()).isEqualTo(ISSUER);
        assertThat(strings(metadata.get("grant_types_supported"))).containsExactly("client_credentials");
        for (var endpoint : List.of("token", "introspection", "revocation")) {
            var path = path(metadata.get(endpoint + "_endpoint").asString());
            assertThat(http.form(path, credentials(app, "token", "t")).status()).isEqualTo(200);
        }
        assertThat(http.get(path(metadata.get("jwks_uri").asString())).status()).isEqualTo(200);
    }

    @Test
    void listsOnlyAuthenticationThatWorks() throws Exception {
        var metadata = http.get("/.well-known/oauth-authorization-server").json();
        var app = ledger.app(ledger.organization("methods"), "integration");
        settle();

        for (var method : strings(metadata.get("token_endpoint_auth_methods_supported"))) {
            var answer = switch (method) {
                case "client_secret_post" -> form(app);
                case "client_secret_basic" ->
                    http.form(
                            "/oauth/token",
                            Map.of("grant_type", "client_credentials"),
                            "Authorization",
                            Http.basic(app.clientId(), app.secret()));
                case "private_key_jwt" -> asserted(app);
                case "none" -> anonymous();
                default -> throw new AssertionError("nobody tried " + method);
            };
            assertThat(answer.status()).as(method).isEqualTo(200);
        }
    }

    @Test
    void doesNotListWhatIsNotThere() {
        var metadata = http.get("/.well-known/oauth-authorization-server").json();

        assertThat(metadata.propertyNames())
                .doesNotContain(
                        "authorization_endpoint",
                        "registration_endpoint",
                        "device_authorization_endpoint",
                        "code_challenge_methods_supported",
                        "tls_client_certificate_bound_access_tokens",
                        "dpop_signing_alg_values_supported");
        assertThat(http.get("/oauth/authorize").status()).isEqualTo(404);
        assertThat(http.get("/.well-known/openid-configuration").status()).isEqualTo(404);
    }

    /** Which algorithms work is what ClientAssertionTest tries. */
    private Http.Answer asserted(Ledger.App app) throws InterruptedException {
        var key = TestKey.of("ES256");
        ledger.certificate(app, "certMethod", key, start(), start().plusSeconds(60));
        settle();
        return http.form(
                "/oauth/token",
                asserting(key.sign("ES256", Map.of("kid", "certMethod"), assertionClaims(app, start()))));
    }

    private Http.Answer anonymous() throws InterruptedException {
        var shop = ledger.app(ledger.organization("methods-shop"), "sales_channel");
        settle();
        return http.form("/oauth/token", Map.of("grant_type", "client_credentials", "client_id", shop.clientId()));
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String path(String address) {
        assertThat(address).startsWith(ISSUER + "/");
        return address.substring(ISSUER.length());
    }
}
