package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.AppEnabled;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.TokensRevoked;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A token ends with what it was got with. Source: DESIGN section 2, decision 6. */
class TokenEndTest extends NodeTest {
    private static final Duration YEARS = Duration.ofDays(3650);

    @Test
    void endsWithTheSecretItWasGotWithAndWithNoOther() throws Exception {
        var app = integration("secrets", 7200);
        var first = ledger.secretId(app);
        var ofTheFirst = tokens(app, app.secret());
        var other = ledger.secret(app.id(), clock.instant().plus(YEARS));
        settle();
        var ofTheOther = tokens(app, other);

        happens(app, new ClientSecretRemoved(app.id(), first));

        ended(app, ofTheFirst, other);
        alive(app, ofTheOther, other);
        happens(app, new ClientSecretLeaked(app.id(), ledger.secretId(app), null));
        ended(app, ofTheOther, ledger.secret(app.id(), clock.instant().plus(YEARS)));
    }

    @Test
    void endsAtTheDeadlineOfTheRotatedSecret() throws Exception {
        var app = integration("rotated", 2_000_000);
        var tokens = tokens(app, app.secret());
        var deadline = clock.instant().plus(Duration.ofDays(7));
        var successor = ledger.rotate(app, deadline);
        settle();
        var ofTheSuccessor = tokens(app, successor);

        clock.set(deadline.minusMillis(1));
        alive(app, tokens, successor);
        clock.set(deadline);
        ended(app, tokens, successor);
        alive(app, ofTheSuccessor, successor);
    }

    @Test
    void endsAtOnceWhenTheSecretIsRotatedWithoutOverlap() throws Exception {
        var app = integration("at-once", 7200);
        var tokens = tokens(app, app.secret());
        var successor = ledger.rotate(app, clock.instant());
        settle();

        ended(app, tokens, successor);
        alive(app, tokens(app, successor), successor);
    }

    @Test
    void outlivesTheNaturalEndOfItsSecretHoweverManyCameSince() throws Exception {
        var app = integration("natural", 31_536_000);
        var soon = ledger.secret(app.id(), clock.instant().plusSeconds(60));
        settle();
        var tokens = tokens(app, soon);

        clock.advance(Duration.ofDays(200));
        var newest = "";
        for (int i = 0; i < 12; i++) {
            newest = ledger.secret(app.id(), clock.instant().plus(YEARS));
        }
        settle();

        alive(app, tokens, newest);
        clock.advance(Duration.ofDays(165));
        assertThat(whoAmI(tokens.getFirst())).isEqualTo(401);
    }

    @Test
    void staysEndedWhenManySecretsWereRevokedSince() throws Exception {
        var app = integration("forgotten", 7200);
        var tokens = tokens(app, app.secret());
        happens(app, new ClientSecretRemoved(app.id(), ledger.secretId(app)));
        for (int i = 0; i < 5; i++) {
            ledger.secret(app.id(), clock.instant().plus(YEARS));
            happens(app, new ClientSecretRemoved(app.id(), ledger.secretId(app)));
        }

        ended(app, tokens, ledger.secret(app.id(), clock.instant().plus(YEARS)));
    }

    @Test
    void endsWithTheCertificateThatSignedTheAssertionAndNotWithItsExpiry() throws Exception {
        var app = integration("certified", 31_536_000);
        var key = TestKey.of("ES256");
        ledger.certificate(
                app,
                "cert000001",
                key,
                clock.instant().minusSeconds(60),
                clock.instant().plusSeconds(60));
        settle();
        var request = new HashMap<>(
                asserting(key.sign("ES256", Map.of("kid", key.thumbprint()), assertionClaims(app, clock.instant()))));
        request.put("scope", "provisioning-api");
        var token = http.form("/oauth/token", request).token();
        assertThat(claims(token)).containsEntry("credential_id", "cert000001");

        clock.advance(Duration.ofDays(2));
        alive(app, List.of(token), app.secret());
        happens(app, new CertificateRemoved(app.id(), "cert000001"));
        ended(app, List.of(token), app.secret());
    }

    @Test
    void endsWhenTheAppIsDisabledAndDoesNotComeBack() throws Exception {
        var app = integration("disabled", 7200);
        var tokens = tokens(app, app.secret());
        happens(app, new AppDisabled(app.id()));
        assertThat(whoAmI(tokens.getFirst())).isEqualTo(401);
        happens(app, new AppEnabled(app.id()));

        ended(app, tokens, app.secret());
        alive(app, tokens(app, app.secret()), app.secret());
    }

    @Test
    void endsWhenAllTokensOfTheAppAreRevokedAndOneGotInTheSameInstantLives() throws Exception {
        var app = integration("revoked", 7200);
        var tokens = tokens(app, app.secret());

        happens(app, new TokensRevoked(app.id()));

        ended(app, tokens, app.secret());
        var next = tokens(app, app.secret());
        assertThat(claims(next.getFirst()).get("iat"))
                .isEqualTo(claims(tokens.getFirst()).get("iat"));
        alive(app, next, app.secret());
    }

    @Test
    void endsWithItsApp() throws Exception {
        var app = integration("deleted", 7200);
        var asking = ledger.app(app.organizationId(), "integration");
        var tokens = tokens(app, app.secret());

        happens(app, new AppDeleted(app.id(), app.organizationId()));

        ended(asking, tokens, asking.secret());
    }

    @Test
    void endsOfAPublicClientToo() throws Exception {
        var app = ledger.app(ledger.organization("public-end"), "sales_channel");
        settle();
        var idAlone = new HashMap<>(credentials(app));
        idAlone.remove("client_secret");
        var bare = http.form("/oauth/token", idAlone).token();
        var shown = form(app).token();

        happens(app, new ClientSecretRemoved(app.id(), ledger.secretId(app)));

        var secret = ledger.secret(app.id(), clock.instant().plus(YEARS));
        settle();
        assertThat(isActive(app, bare, secret)).isTrue();
        assertThat(isActive(app, shown, secret)).isFalse();
        happens(app, new TokensRevoked(app.id()));
        assertThat(isActive(app, bare, secret)).isFalse();
    }

    /** Every door says so: the API, introspection, and revocation by having nothing to do. */
    private void ended(Ledger.App app, List<String> tokens, String secret) throws Exception {
        settle();
        for (var token : tokens) {
            assertThat(whoAmI(token)).isEqualTo(401);
            assertThat(isActive(app, token, secret)).isFalse();
            assertThat(http.json("/oauth/revoke", credentials(app, "client_secret", secret, "token", token))
                            .status())
                    .isEqualTo(200);
        }
    }

    private void alive(Ledger.App app, List<String> tokens, String secret) {
        for (var token : tokens) {
            assertThat(whoAmI(token)).isEqualTo(200);
            assertThat(isActive(app, token, secret)).isTrue();
        }
    }

    private List<String> tokens(Ledger.App app, String secret) {
        return List.of(
                form(app, "client_secret", secret, "scope", "provisioning-api").token(),
                json(app, "client_secret", secret, "scope", "provisioning-api").token());
    }

    private void happens(Ledger.App app, DomainEvent event) throws InterruptedException {
        ledger.record(app.id(), event);
        settle();
    }

    private Ledger.App integration(String slug, int lifetime) throws InterruptedException {
        var organization = ledger.organization(slug);
        var app = ledger.app(organization, "integration", "live", lifetime, ledger.role(organization, "admin"), null);
        settle();
        return app;
    }

    private int whoAmI(String token) {
        return http.get("/api/whoami", "Authorization", "Bearer " + token).status();
    }

    private boolean isActive(Ledger.App asking, String token, String secret) {
        return http.form("/oauth/introspect", credentials(asking, "client_secret", secret, "token", token))
                .json()
                .get("active")
                .asBoolean();
    }
}
