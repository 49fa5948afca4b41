package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A secret's life from outside: made, listed, rotated, removed, and what each means at the token endpoint. */
@ExtendWith(SharedServer.class)
class ClientSecretsTest {
    private final Client anybody;
    private final Client owner;
    private final Ledger ledger;
    private final String organization;
    private String appId = "";
    private String clientId = "";
    private String first = "";

    ClientSecretsTest(RunningServer server) {
        this.anybody = Client.anonymous(server);
        this.owner = Client.owner(server);
        this.ledger = new Ledger(owner);
        this.organization = server.bootstrap().path("organization_id").asString();
    }

    @BeforeEach
    void registerAnApp() {
        var app = ledger.app(organization, "integration", "several secrets");
        appId = app.id();
        clientId = app.attribute("client_id").asString();
        first = app.attribute("client_secret").asString();
    }

    @Test
    void addsASecretOfCalendarYearsThatIsShownOnce() {
        var made = add(Map.of("name", "laptop", "effective_duration", "P2Y"));
        var secret = made.attribute("client_secret").asString();
        var end = Instant.parse(made.attribute("created_at").asString())
                .atZone(ZoneOffset.UTC)
                .plusYears(2)
                .toInstant();

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).contains("no-store");
        assertThat(secret).matches("klsec_(live|test)_[0-9A-Za-z]{49}");
        assertThat(Instant.parse(made.attribute("expires_at").asString()))
                .isBetween(end.minusSeconds(1), end.plusSeconds(1));
        assertThat(made.attribute("hint").asString()).isEqualTo(secret.substring(56));
        assertThat(tokenStatus(secret)).isEqualTo(200);
        assertThat(tokenStatus(first)).isEqualTo(200);
        var read = one(made.id());
        assertThat(read.attribute("client_secret").isNull()).isTrue();
        assertThat(read.attribute("status").asString()).isEqualTo("active");
        assertThat(read.text()).doesNotContain(secret).doesNotContain("verifier");
    }

    @Test
    void listsTheSecretsOfAnAppWithTheirStatus() {
        var removed = add(Map.of("effective_duration", "P1Y"));
        assertThat(owner.delete(path() + "/" + removed.id()).status()).isEqualTo(204);
        var rotated = rotate(firstId(), Map.of("overlap", "PT1H"));

        var list = owner.get(path()).data();

        assertThat(list.valueStream().map(s -> s.at("/attributes/status").asString()))
                .containsExactlyInAnyOrder("retiring", "revoked", "active");
        assertThat(rotated.status()).as(rotated.text()).isEqualTo(201);
    }

    @Test
    void showsHintAndEndOfTheNewestLiveSecretInTheCompactFace() {
        var second = add(Map.of("effective_duration", "P1Y"));
        var secret = second.attribute("client_secret").asString();
        assertThat(compact().attribute("client_secret_hint").asString()).isEqualTo(secret.substring(56));
        owner.delete(path() + "/" + second.id());

        assertThat(compact().attribute("client_secret_hint").asString()).isEqualTo(first.substring(56));
        assertThat(owner.get("/api/api_credentials/" + appId + "/versions").text())
                .contains("\"client_secret\":[null,null]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P4Y", "P0Y", "P1M", "", "1"})
    void refusesAnyOtherDuration(String duration) {
        var refused = add(Map.of("effective_duration", duration));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointer()).isEqualTo("/data/attributes/effective_duration");
    }

    @Test
    void refusesAnEleventhLiveSecret() {
        for (int i = 0; i < 9; i++) {
            Ledger.made(add(Map.of("effective_duration", "P1Y")));
        }
        assertThat(add(Map.of("effective_duration", "P1Y")).status()).isEqualTo(422);
    }

    @Test
    void keepsBothSecretsUntilTheOverlapIsOverAndNotLonger() {
        var rotated = rotate(firstId(), Map.of("overlap", "PT3S", "effective_duration", "P1Y"));
        var second = rotated.attribute("client_secret").asString();
        var deadline = Instant.parse(one(firstId()).attribute("expires_at").asString());
        var early = 0;
        while (Instant.now().isBefore(deadline.minusMillis(300))) {
            assertThat(tokenStatus(first)).isEqualTo(200);
            assertThat(tokenStatus(second)).isEqualTo(200);
            early++;
        }
        RunningServer.pause(Duration.between(Instant.now(), deadline.plusMillis(5)));

        assertThat(early).isPositive();
        for (int i = 0; i < 20; i++) {
            assertThat(tokenStatus(first)).isEqualTo(401);
            assertThat(tokenStatus(second)).isEqualTo(200);
        }
        assertThat(one(firstId()).attribute("status").asString()).isEqualTo("expired");
    }

    @Test
    void rotatesWithoutABodyForAWeek() {
        var before = Instant.now();
        var rotated = owner.send("POST", path() + "/" + firstId() + "/rotate", null, Map.of());

        assertThat(rotated.status()).as(rotated.text()).isEqualTo(201);
        assertThat(Instant.parse(one(firstId()).attribute("expires_at").asString()))
                .isBetween(
                        before.plus(Duration.ofDays(7)).minusSeconds(1),
                        Instant.now().plus(Duration.ofDays(7)));
    }

    @Test
    void refusesToRotateWhatIsRetiringOrDead() {
        var id = firstId();
        Ledger.made(rotate(id, Map.of()));
        assertThat(rotate(id, Map.of()).code()).isEqualTo("SECRET_NOT_LIVE");
        var dead = add(Map.of("effective_duration", "P1Y")).id();
        owner.delete(path() + "/" + dead);
        var refused = rotate(dead, Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("SECRET_NOT_LIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P91D", "-PT1S", "P1M", "soon"})
    void refusesOtherOverlaps(String overlap) {
        var refused = rotate(firstId(), Map.of("overlap", overlap));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointer()).isEqualTo("/data/attributes/overlap");
    }

    @Test
    void removesTheLastCredentialOnlyWhenToldTo() {
        var refused = owner.delete(path() + "/" + firstId());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("LAST_CREDENTIAL");

        assertThat(owner.delete(path() + "/" + firstId() + "?allow_last=true").status())
                .isEqualTo(204);

        assertThat(tokenStatus(first)).isEqualTo(401);
    }

    @Test
    void refusesTheFirstTokenAfterTheAnswerOfARemoval() {
        for (int i = 0; i < 20; i++) {
            var made = add(Map.of("effective_duration", "P1Y"));
            var secret = made.attribute("client_secret").asString();
            assertThat(tokenStatus(secret)).isEqualTo(200);
            assertThat(owner.delete(path() + "/" + made.id()).status()).isEqualTo(204);
            assertThat(tokenStatus(secret)).isEqualTo(401);
        }
    }

    @Test
    void answersRevokedAndRetiredSecretsLikeWrongOnes() {
        var revoked = add(Map.of("effective_duration", "P1Y"));
        owner.delete(path() + "/" + revoked.id());
        rotate(firstId(), Map.of("overlap", "PT0S"));
        var wrong = token(first.substring(0, 20) + "x" + first.substring(21));

        for (var secret : new String[] {revoked.attribute("client_secret").asString(), first}) {
            var answer = token(secret);
            assertThat(answer.status()).isEqualTo(wrong.status()).isEqualTo(401);
            assertThat(answer.text()).isEqualTo(wrong.text());
        }
    }

    @Test
    void makesASecretOnceForOneKeyAndRefusesAStaleTag() {
        var body = Json.document("client_secrets", Map.of("effective_duration", "P1Y"));
        var key = Map.of("Idempotency-Key", "secret-" + System.nanoTime());
        var made = owner.send("POST", path(), body, key);
        var again = owner.send("POST", path(), body, key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(made.id());
        assertThat(again.attribute("client_secret").isNull()).isTrue();
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        var stale = owner.send("DELETE", path() + "/" + made.id(), null, Map.of("If-Match", "\"0\""));
        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    void tellsWhenASecretWasLastUsedToTheMinute() {
        assertThat(tokenStatus(first)).isEqualTo(200);
        var deadline = Instant.now().plusSeconds(15);
        while (one(firstId()).attribute("last_used_at").isNull()
                && Instant.now().isBefore(deadline)) {
            RunningServer.pause(Duration.ofMillis(200));
        }
        var usedAt = Instant.parse(one(firstId()).attribute("last_used_at").asString());

        assertThat(usedAt.getEpochSecond() % 60).isZero();
        assertThat(usedAt).isBetween(Instant.now().minusSeconds(120), Instant.now());
    }

    @Test
    void keepsSystemAppsFromEverybodyButAUsersOwnFromHim() {
        var system = owner.get("/api/api_credentials?filter%5Bq%5D%5Bkind_eq%5D=resources&page%5Bsize%5D=1")
                .data()
                .path(0)
                .path("id")
                .asString();
        var body = Json.document("client_secrets", Map.of("effective_duration", "P1Y"));
        var refused = owner.post("/api/app_registrations/" + system + "/client_secrets", body);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("SYSTEM_APP");
        var personal = owner.get("/api/api_credentials?filter%5Bq%5D%5Bkind_eq%5D=user&page%5Bsize%5D=1")
                .data()
                .path(0);

        var renewed = owner.post("/api/app_registrations/" + personal.path("id").asString() + "/client_secrets", body);

        assertThat(renewed.status()).as(renewed.text()).isEqualTo(201);
        assertThat(anybody.token(credentials(
                                personal.at("/attributes/client_id").asString(),
                                renewed.attribute("client_secret").asString()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void letsNobodyTakeASecretOfAnAppThatMayMoreThanHe() {
        var role = ledger.role(organization, "read_only");
        var reader = ledger.integration(organization, role);

        var refused = reader.post(path(), Json.document("client_secrets", Map.of("effective_duration", "P1Y")));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(reader.get(path()).status()).isEqualTo(200);
    }

    private Answer add(Map<String, ?> attributes) {
        return owner.post(path(), Json.document("client_secrets", attributes));
    }

    private Answer rotate(String id, Map<String, ?> attributes) {
        return owner.post(path() + "/" + id + "/rotate", Json.document("client_secrets", attributes));
    }

    private Answer one(String id) {
        return owner.get("/api/client_secrets/" + id);
    }

    private Answer compact() {
        return owner.get("/api/api_credentials/" + appId);
    }

    /** The id of the secret the app was made with. */
    private String firstId() {
        return owner.get(path())
                .data()
                .valueStream()
                .filter(s -> s.at("/attributes/hint").asString().equals(first.substring(56)))
                .map((JsonNode s) -> s.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private String path() {
        return "/api/app_registrations/" + appId + "/client_secrets";
    }

    private int tokenStatus(String secret) {
        return token(secret).status();
    }

    private Answer token(String secret) {
        return anybody.token(credentials(clientId, secret));
    }

    private static Map<String, String> credentials(String client, String secret) {
        return Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret);
    }
}
