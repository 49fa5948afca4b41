package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.acceptance.Json.Ref;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the token endpoint answers, to whom, in both profiles. */
@ExtendWith(SharedServer.class)
class TokenRequestTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final RunningServer server;
    private final Client anybody;
    private final String organization;
    private final Ledger ledger;
    private String clientId = "";
    private String secret = "";

    TokenRequestTest(RunningServer server) {
        this.server = server;
        this.anybody = Client.anonymous(server);
        this.ledger = new Ledger(Client.owner(server));
        this.organization = server.bootstrap().path("organization_id").asString();
    }

    @BeforeEach
    void registerAnApp() {
        var app = ledger.app(organization, "integration", "token test");
        clientId = app.attribute("client_id").asString();
        secret = app.attribute("client_secret").asString();
    }

    @Test
    void answersAFormWithTheOauthProfileAndForbidsStoringIt() {
        var answer = anybody.token(credentials());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(7200);
        assertThat(header(answer).path("typ").asString()).isEqualTo("at+jwt");
        assertThat(header(answer).path("alg").asString()).isEqualTo("ES256");
    }

    @Test
    void putsEveryClaimOfRfc9068IntoTheToken() {
        var claims = claims(anybody.token(credentials()));

        assertThat(claims.propertyNames())
                .contains("iss", "exp", "aud", "sub", "client_id", "iat", "jti", "application", "organization", "test");
        assertThat(claims.path("client_id").asString()).isEqualTo(clientId);
        assertThat(claims.path("iss").asString())
                .isEqualTo(server.bootstrap().path("issuer").asString());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(7200);
    }

    @Test
    void answersJsonWithExactlyTheMembersOfTheProvisioningProfile() {
        var answer = json(Map.of(
                "grant_type", "client_credentials", "client_id", clientId, "client_secret", secret, "debug", true));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "scope", "created_at");
        assertThat(answer.json().path("token_type").asString()).isEqualTo("bearer");
        assertThat(header(answer).path("alg").asString()).isEqualTo("RS512");
        assertThat(answer.json().path("created_at").asLong())
                .isEqualTo(claims(answer).path("iat").asLong());
    }

    @Test
    void makesEveryTokenIdOnce() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            ids.add(claims(anybody.token(credentials())).path("jti").asString());
        }
        assertThat(ids).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {7200, 86400, 31536000})
    void letsTokensLiveExactlyAsLongAsTheAppSays(int seconds) {
        var app = Ledger.made(ledger.caller().post("/api/api_credentials", appLiving(seconds)));
        var answer = anybody.token(Map.of(
                "grant_type", "client_credentials",
                "client_id", app.attribute("client_id").asString(),
                "client_secret", app.attribute("client_secret").asString()));

        var claims = claims(answer);
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(seconds);
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(ints = {7199, 31536001, 0, -1})
    void refusesALifetimeOutOfBounds(int seconds) {
        var answer = ledger.caller().post("/api/api_credentials", appLiving(seconds));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo("/data/attributes/expires_in");
    }

    @Test
    void refusesAGrantItDoesNotKnow() {
        assertOauthError(
                anybody.token(Map.of("grant_type", "magic", "client_id", clientId, "client_secret", secret)),
                400,
                "unsupported_grant_type");
    }

    @Test
    void refusesAScopeBeyondTheRegisteredOnes() {
        assertOauthError(
                anybody.token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        clientId,
                        "client_secret",
                        secret,
                        "scope",
                        "provisioning-api root")),
                400,
                "invalid_scope");
    }

    @Test
    void refusesARepeatedParameter() {
        var body = "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + secret + "&client_id="
                + clientId;
        assertOauthError(
                anybody.send("POST", "/oauth/token", body, Map.of("Content-Type", FORM)), 400, "invalid_request");
    }

    @Test
    void refusesANameWithControlCharacters() {
        var body = "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + secret + "&%09=1";
        assertOauthError(
                anybody.send("POST", "/oauth/token", body, Map.of("Content-Type", FORM)), 400, "invalid_request");
    }

    @Test
    void refusesTwoWaysOfAuthenticatingAtOnce() {
        var basic = Base64.getEncoder()
                .encodeToString((clientId + ":" + secret).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var body = "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + secret;
        var answer = anybody.send(
                "POST", "/oauth/token", body, Map.of("Content-Type", FORM, "Authorization", "Basic " + basic));

        assertOauthError(answer, 400, "invalid_request");
    }

    @Test
    void refusesASecretInTheQueryAndLogsNothingOfIt() throws java.io.IOException {
        var answer = anybody.send(
                "POST",
                "/oauth/token?client_secret=" + secret,
                "grant_type=client_credentials&client_id=" + clientId,
                Map.of("Content-Type", FORM));

        assertOauthError(answer, 400, "invalid_request");
        assertThat(java.nio.file.Files.readString(server.log())).doesNotContain(secret);
    }

    @Test
    void refusesATokenInTheQueryOfTheApi() {
        var answer = anybody.get("/api/roles?access_token=" + ledger.caller().bearer());

        assertThat(answer.status()).isIn(400, 401);
        assertThat(answer.text()).doesNotContain(ledger.caller().bearer());
    }

    @Test
    void answersUnknownClientAndWrongSecretAlike() {
        var unknown = anybody.token(
                Map.of("grant_type", "client_credentials", "client_id", "x".repeat(43), "client_secret", secret));
        var wrong = anybody.token(
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret + "x"));

        assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
        assertThat(wrong.text()).isEqualTo(unknown.text());
        assertThat(wrong.json().path("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void stopsTheTokensOfADeletedAppAtOnce() {
        var robot = ledger.integration(organization, ledger.role(organization, "admin"));
        var id = robot.get("/api/api_credentials?page[size]=25&sort=-created_at"
                        .replace("[", "%5B")
                        .replace("]", "%5D"))
                .data()
                .path(0)
                .path("id")
                .asString();
        assertThat(ledger.caller().delete("/api/api_credentials/" + id).status())
                .isEqualTo(204);

        var answer = robot.get("/api/roles");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("INVALID_TOKEN");
    }

    private String appLiving(int seconds) {
        return Json.document(
                "api_credentials",
                null,
                Map.of("name", "lifetime", "kind", "integration", "expires_in", seconds),
                Map.of(
                        "organization", new Ref("organizations", organization),
                        "role", new Ref("roles", ledger.role(organization, "admin"))));
    }

    private Map<String, String> credentials() {
        return Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret);
    }

    private Answer json(Map<String, ?> members) {
        return anybody.send(
                "POST",
                "/oauth/token",
                Json.MAPPER.writeValueAsString(members),
                Map.of("Content-Type", "application/json", "Accept", "application/json"));
    }

    private static void assertOauthError(Answer answer, int status, String error) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("error").asString()).isEqualTo(error);
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    private static JsonNode header(Answer answer) {
        return Jwt.header(answer.json().path("access_token").asString());
    }

    private static JsonNode claims(Answer answer) {
        return Jwt.claims(answer.json().path("access_token").asString());
    }
}
