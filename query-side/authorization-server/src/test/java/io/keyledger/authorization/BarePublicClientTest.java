package io.keyledger.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that shows its id alone, in a Basic header without a password: RFC 6749 section 2.3.1. */
class BarePublicClientTest extends NodeTest {
    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "basic ", "BASIC  "})
    void getsATokenAsWithItsIdInTheBody(String scheme) throws Exception {
        var shop = app("sales_channel");

        var answer = http.form("/oauth/token", GRANT, "Authorization", scheme + encoded(shop.clientId() + ":"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(claims(answer.token())).doesNotContainKey("credential_id");
        assertThat(active(shop, answer.token())).isTrue();
    }

    @Test
    void isAnsweredAsWithoutAHeaderAtEveryEndpoint() throws Exception {
        for (var kind : new String[] {"sales_channel", "integration", "webapp"}) {
            var app = app(kind);
            var token = kind.equals("sales_channel") ? form(app).token() : "none";
            for (var path : new String[] {"/oauth/token", "/oauth/introspect", "/oauth/revoke"}) {
                for (var scope : new String[] {"", "market:id:a market:id:b", "nothing"}) {
                    var rest = new HashMap<>(Map.of("token", token, "scope", scope));
                    rest.putAll(GRANT);
                    var named = new HashMap<>(rest);
                    named.put("client_id", app.clientId());
                    var bare = bare(app);

                    var header = http.form(path, rest, "Authorization", bare);
                    var both = http.form(path, named, "Authorization", bare);
                    var body = http.form(path, named);

                    var what = kind + " " + path + " " + scope;
                    assertThat(header.status())
                            .as(what)
                            .isEqualTo(body.status())
                            .isEqualTo(both.status());
                    assertThat(header.json().path("error"))
                            .as(what)
                            .isEqualTo(body.json().path("error"))
                            .isEqualTo(both.json().path("error"));
                }
            }
        }
    }

    @Test
    void revokesItsOwnToken() throws Exception {
        var shop = app("sales_channel");
        var token =
                http.form("/oauth/token", GRANT, "Authorization", bare(shop)).token();

        var answer = http.form("/oauth/revoke", Map.of("token", token), "Authorization", bare(shop));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(active(shop, token)).isFalse();
    }

    @Test
    void mayNotProveItselfInAnotherWayBesides() throws Exception {
        var shop = app("sales_channel");
        var another = app("sales_channel");

        assertThat(error(credentials(shop), bare(shop))).isEqualTo("invalid_request");
        assertThat(error(Map.of("client_id", another.clientId()), bare(shop))).isEqualTo("invalid_request");
        assertThat(error(Map.of("client_assertion", "a.b.c"), bare(shop))).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {":", "", " :", "%zz:", "nobody:", "a:b:"})
    void isRefusedWithoutAnId(String pair) throws Exception {
        assertThat(error(Map.of(), "Basic " + encoded(pair))).startsWith("invalid_");
    }

    @Test
    void isUnknownByABlankId() {
        for (var blank : new String[] {" ", "\t", "\u2003"}) {
            var named = new HashMap<>(GRANT);
            named.put("client_id", blank);
            assertThat(http.form("/oauth/token", named).status()).isEqualTo(401);
            assertThat(http.json("/oauth/token", named).status()).isEqualTo(401);
            named.put("client_secret", ledger.strangersSecret());
            assertThat(http.form("/oauth/token", named).status()).isEqualTo(401);
        }
    }

    private String error(Map<String, String> parameters, String header) {
        var all = new HashMap<>(parameters);
        all.putAll(GRANT);
        return http.form("/oauth/token", all, "Authorization", header)
                .json()
                .path("error")
                .asString();
    }

    private Ledger.App app(String kind) throws InterruptedException {
        var app = ledger.app(ledger.organization("bare"), kind);
        settle();
        return app;
    }

    private boolean active(Ledger.App app, String token) {
        return http.form("/oauth/introspect", credentials(app, "token", token))
                .json()
                .get("active")
                .asBoolean();
    }

    private static String bare(Ledger.App app) {
        return Http.basic(app.clientId(), "");
    }

    private static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }
}
