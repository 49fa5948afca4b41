package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.app.TokensRevoked;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

/** Revoking many tokens of an app, and by whom. */
class ManyRevocationsTest extends NodeTest {
    @Test
    void endsAllTokensOfAnAppThatHasRevokedTooManyOneByOne() throws Exception {
        var app = integration("many");
        var other = integration("other");
        var kept = apiToken(app);
        var foreign = apiToken(other);
        revoked(app, 4_999, start().plusSeconds(7200));

        revoke(app, apiToken(app));
        settle();
        assertThat(whoAmI(kept)).isEqualTo(200);
        revoke(app, apiToken(app));
        settle();

        assertThat(whoAmI(kept)).isEqualTo(401);
        assertThat(whoAmI(foreign)).isEqualTo(200);
        assertThat(allRevoked(app)).isEqualTo(1);
        var next = apiToken(app);
        assertThat(whoAmI(next)).isEqualTo(200);
        revoke(app, next);
        assertThat(whoAmI(next)).isEqualTo(401);
        assertThat(allRevoked(app)).isEqualTo(1);
    }

    @Test
    void doesNotCountTokensThatHaveExpired() throws Exception {
        var app = integration("expired");
        revoked(app, 5_000, start().plusSeconds(60));
        clock.advance(Duration.ofSeconds(60));

        var kept = apiToken(app);
        revoke(app, apiToken(app));
        settle();

        assertThat(whoAmI(kept)).isEqualTo(200);
        assertThat(allRevoked(app)).isZero();
    }

    @Test
    void needsOnlyTheIdOfAPublicClientForItsOwnTokenByForm() throws Exception {
        var organization = ledger.organization("public-revocation");
        var shop = ledger.app(organization, "sales_channel");
        var another = ledger.app(organization, "sales_channel");
        settle();
        var idAlone = new HashMap<>(credentials(shop));
        idAlone.remove("client_secret");
        var bare = http.form("/oauth/token", idAlone).token();
        var shown = form(shop).token();
        var foreign = form(another).token();

        for (var token : new String[] {bare, shown, foreign}) {
            idAlone.put("token", token);
            assertThat(http.json("/oauth/revoke", idAlone).status()).isEqualTo(403);
            assertThat(active(shop, token)).isTrue();
            assertThat(http.form("/oauth/revoke", idAlone).status()).isEqualTo(200);
            assertThat(active(shop, token)).isEqualTo(token.equals(foreign));
        }
    }

    @Test
    void endsNoTokenOfOthersByRevokingThoseOfAPublicApp() throws Exception {
        var shop = ledger.app(ledger.organization("filled-shop"), "sales_channel");
        settle();
        var idAlone = new HashMap<>(credentials(shop));
        idAlone.remove("client_secret");
        var customers = form(shop).token();
        var kept = http.form("/oauth/token", idAlone).token();
        revoked(shop, 4_500, start().plusSeconds(60));

        idAlone.put("token", kept);
        var refused = http.form("/oauth/revoke", idAlone);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().get("error").asString()).isEqualTo("temporarily_unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(active(shop, kept)).isTrue();
        assertThat(http.form("/oauth/revoke", credentials(shop, "token", kept)).status())
                .isEqualTo(200);
        assertThat(active(shop, kept)).isFalse();
        assertThat(active(shop, customers)).isTrue();
        clock.advance(Duration.ofSeconds(60));
        idAlone.put("token", customers);
        assertThat(http.form("/oauth/revoke", idAlone).status()).isEqualTo(200);
        assertThat(active(shop, customers)).isFalse();
        assertThat(allRevoked(shop)).isZero();
    }

    private void revoked(Ledger.App app, int count, Instant expiresAt) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            ledger.record(app.id(), new TokenRevoked(app.id(), "token" + i, expiresAt));
            if (i % 250 == 0) {
                settle();
            }
        }
        settle();
    }

    private long allRevoked(Ledger.App app) {
        return events.readEvents(app.id(), 0)
                .asStream()
                .filter(event -> event.getPayload() instanceof TokensRevoked)
                .count();
    }

    private void revoke(Ledger.App app, String token) {
        assertThat(http.form("/oauth/revoke", credentials(app, "token", token)).status())
                .isEqualTo(200);
        assertThat(whoAmI(token)).isEqualTo(401);
    }

    private boolean active(Ledger.App app, String token) {
        return http.form("/oauth/introspect", credentials(app, "token", token))
                .json()
                .get("active")
                .asBoolean();
    }

    private Ledger.App integration(String slug) throws InterruptedException {
        var organization = ledger.organization(slug);
        var app = ledger.app(organization, "integration", "live", 7200, ledger.role(organization, "admin"), null);
        settle();
        return app;
    }

    private int whoAmI(String token) {
        return http.get("/api/whoami", "Authorization", "Bearer " + token).status();
    }
}
