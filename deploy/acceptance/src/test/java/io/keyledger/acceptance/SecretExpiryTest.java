package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** When credentials expire, which notices are given, and when they were used. Source: CONTRACT A3, BARS 19 and 20. */
@ExtendWith(SharedServer.class)
class SecretExpiryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Client anybody;
    private final Client owner;
    private final Ledger ledger;
    private final String organization;
    private String appId = "";
    private String clientId = "";
    private String secret = "";

    SecretExpiryTest(RunningServer server) {
        this.anybody = Client.anonymous(server);
        this.owner = Client.owner(server);
        this.ledger = new Ledger(owner);
        this.organization = server.bootstrap().path("organization_id").asString();
    }

    @BeforeEach
    void registerAnApp() {
        var app = ledger.app(organization, "integration", "Dying");
        appId = app.id();
        clientId = app.attribute("client_id").asString();
        secret = app.attribute("client_secret").asString();
    }

    @Test
    void showsASecretAndItsApp() {
        var row = row(secretId());

        assertThat(row.attribute("kind").asString()).isEqualTo("client_secret");
        assertThat(row.attribute("state").asString()).isEqualTo("ok");
        assertThat(row.attribute("days_left").asInt()).isBetween(1094, 1096);
        assertThat(row.attribute("hint").asString()).isEqualTo(secret.substring(secret.length() - 4));
        assertThat(row.attribute("app_id").asString()).isEqualTo(appId);
        assertThat(row.attribute("app_name").asString()).isEqualTo("Dying");
        assertThat(row.attribute("last_used_at").isNull()).isTrue();
        assertThat(Instant.parse(row.attribute("next_notice_at").asString()))
                .isEqualTo(Instant.parse(row.attribute("expires_at").asString()).minus(Duration.ofDays(90)));
        assertThat(row.text()).doesNotContain(secret);
        for (var related : List.of("app_registration", "organization")) {
            assertThat(owner.get(path() + '/' + secretId() + '/' + related).status())
                    .isEqualTo(200);
            assertThat(owner.get(path() + '/' + secretId() + "/relationships/" + related)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void givesNoticesOfACertificateThatWereNotDueBeforeIt() throws Exception {
        var end = Instant.now().plus(Duration.ofDays(7)).plusSeconds(10);
        var id = upload(end);

        var told = await(id, row -> row.path("notices_given").size() > 0);

        assertThat(told.path("notices_given").toString()).isEqualTo("[\"P7D\"]");
        assertThat(told.path("state").asString()).isEqualTo("expiring");
        assertThat(Instant.parse(told.path("next_notice_at").asString()))
                .isEqualTo(Instant.parse(told.path("expires_at").asString()).minus(Duration.ofDays(1)));
        assertThat(ids("filter[within]=P8D")).containsExactly(id);
        assertThat(ids("filter[within]=P6D")).isEmpty();
        assertThat(audited("certificate.expiring")).isEqualTo(1);
    }

    @Test
    void recordsTheEndOfACertificate() throws Exception {
        var id = upload(Instant.now().plusSeconds(4));

        await(id, row -> row.path("state").asString().equals("expired"));

        awaitAudited("certificate.expired");
        var certificate = owner.get("/api/app_registrations/" + appId + "/certificates/" + id);
        assertThat(certificate.attribute("status").asString()).isEqualTo("expired");
    }

    @Test
    void recordsTheEndOfARotatedSecretAtItsDeadline() throws Exception {
        var old = secretId();
        var rotation = Json.document("client_secrets", Map.of("overlap", "PT3S"));
        var rotated = owner.post("/api/app_registrations/" + appId + "/client_secrets/" + old + "/rotate", rotation);
        assertThat(rotated.status()).as(rotated.text()).isEqualTo(201);
        assertThat(row(old).attribute("state").asString()).isEqualTo("retiring");
        assertThat(row(old).attribute("next_notice_at").isNull()).isTrue();
        assertThat(ids("filter[state]=retiring,expired")).containsExactly(old);

        await(old, row -> row.path("state").asString().equals("expired"));

        awaitAudited("client_secret.expired");
        assertThat(ids("filter[state]=ok")).containsExactly(rotated.id());
        assertThat(counts().path("expired").asInt()).isEqualTo(1);
        assertThat(counts().path("ok").asInt()).isEqualTo(1);
    }

    @Test
    void knowsWhatWasUsed() throws Exception {
        assertThat(ids("filter[unused_for]=PT0S")).containsExactly(secretId());
        assertThat(ids("filter[unused_for]=P90D")).isEmpty();
        var form = Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret);
        assertThat(anybody.token(form).status()).isEqualTo(200);

        await(secretId(), row -> !row.path("last_used_at").isNull());

        assertThat(ids("filter[q][last_used_at_not_null]=true")).containsExactly(secretId());
    }

    @Test
    void showsNothingOfWhatIsGone() {
        var id = secretId();
        owner.delete("/api/app_registrations/" + appId + "/client_secrets/" + id + "?allow_last=true");

        assertThat(owner.get(path() + '/' + id).status()).isEqualTo(404);
        assertThat(ids("")).isEmpty();
    }

    @Test
    void showsNothingToOthers() {
        var other = ledger.organization("Others");
        var stranger = ledger.integration(other, ledger.role(other, "read_only"));

        assertThat(stranger.get(path() + '/' + secretId()).status()).isEqualTo(404);
        assertThat(stranger.get(query("")).data().size()).isZero();
        assertThat(anybody.get(path()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"filter[within]=soon", "filter[state]=dead", "filter[app_id]=x", "filter[unused_for]=90"})
    void refusesWhatItIsNotAsked(String filter) {
        var answer = owner.get(path() + '?' + encoded(filter));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("INVALID_FILTER_VALUE").contains("\"parameter\":\"filter[");
    }

    private String upload(Instant end) throws Exception {
        var document = Json.document(
                "certificates", Map.of("certificate", AppKey.endingAt(end).pem()));
        return Ledger.made(owner.post("/api/app_registrations/" + appId + "/certificates", document))
                .id();
    }

    private String secretId() {
        return owner.get("/api/app_registrations/" + appId + "/client_secrets")
                .data()
                .path(0)
                .path("id")
                .asString();
    }

    private Answer row(String id) {
        var row = owner.get(path() + '/' + id);
        assertThat(row.status()).as(row.text()).isEqualTo(200);
        return row;
    }

    /** The attributes, as soon as they are so. */
    private JsonNode await(String id, Predicate<JsonNode> condition) throws InterruptedException {
        var last = Instant.now().plus(PATIENCE);
        while (true) {
            var attributes = row(id).data().path("attributes");
            if (condition.test(attributes)) {
                return attributes;
            }
            assertThat(Instant.now()).as(attributes.toString()).isBefore(last);
            Thread.sleep(200);
        }
    }

    private void awaitAudited(String type) throws InterruptedException {
        var last = Instant.now().plus(PATIENCE);
        while (audited(type) == 0) {
            assertThat(Instant.now()).as(type).isBefore(last);
            Thread.sleep(200);
        }
        assertThat(audited(type)).isEqualTo(1);
    }

    private int audited(String type) {
        var filters = encoded("filter[q][app_id_eq]=" + appId + "&filter[q][type_eq]=" + type);
        return owner.get("/api/audit_events?" + filters).data().size();
    }

    private JsonNode counts() {
        return owner.get(query("")).json().at("/meta/counts");
    }

    private List<String> ids(String filter) {
        return owner.get(query(filter))
                .data()
                .valueStream()
                .map(row -> row.path("id").asString())
                .toList();
    }

    private String query(String filter) {
        return path() + '?' + encoded("filter[app_id]=" + appId + '&' + filter);
    }

    private static String path() {
        return "/api/secret_expiries";
    }

    private static String encoded(String query) {
        return query.replace("[", "%5B").replace("]", "%5D").replaceAll("&$", "");
    }
}
