package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.acceptance.Json.Ref;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Values as callers really send them: hidden characters, ports, codings, one document in several spellings. */
@ExtendWith(SharedServer.class)
class GivenValuesTest {
    private static final String NAME = "/data/attributes/name";

    private final RunningServer server;
    private final Client owner;
    private final Ledger ledger;
    private final String organization;

    GivenValuesTest(RunningServer server) {
        this.server = server;
        this.owner = Client.owner(server);
        this.ledger = new Ledger(owner);
        this.organization = ledger.organization("Given values");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api_credentials", "app_registrations", "roles", "customers", "customer_groups", "organizations"
            })
    void refusesANameThatHidesSomethingOrShowsNothing(String resource) {
        for (var name : List.of(
                "\u202egnp.exe", "Shop\u200b", "\u3164", "a\u200db", "\u0301", "\ufeffShop", "Shop\udb40\udc41")) {
            var answer = create(resource, name);
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.pointer()).isEqualTo(NAME);
        }
        for (var name :
                List.of("Ünïcödé 店舗", "می\u200cخواهم", "\ud83d\udc69\ud83c\udffd\u200d\ud83d\udcbb", "\u2764\ufe0f")) {
            var answer = create(resource, name);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            assertThat(answer.attribute("name").asString()).isEqualTo(name);
        }
    }

    @Test
    void namesTheFaultOfADescriptionBesideTheOthers() {
        var body = Json.document(
                "app_registrations",
                null,
                Map.of("name", " ", "description", "a\u202eb", "expires_in", 1),
                organizationLink());
        var answer = owner.post("/api/app_registrations", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.at("/source/pointer").asString()))
                .containsExactlyInAnyOrder(NAME, "/data/attributes/description", "/data/attributes/expires_in");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example:99999/cb, 422",
        "https://a.example:0/cb, 422",
        "https://a.example:65536, 422",
        "http://localhost:70000/cb, 422",
        "https://a.example:65535/cb, 201",
        "https://a.example:1, 201",
        "http://[::1]:8080/cb, 201"
    })
    void takesPortsThatExist(String address, int status) {
        var compact = Json.document(
                "api_credentials",
                null,
                Map.of("name", "Port", "kind", "webapp", "redirect_uri", address),
                organizationLink());
        var full = Json.document(
                "app_registrations",
                null,
                Map.of("name", "Port", "kind", "webapp", "redirect_uris", List.of("https://b.example/", address)),
                organizationLink());

        var one = owner.post("/api/api_credentials", compact);
        assertThat(one.status()).as(one.text()).isEqualTo(status);
        var several = owner.post("/api/app_registrations", full);
        assertThat(several.status()).as(several.text()).isEqualTo(status);
        if (status == 422) {
            assertThat(one.pointer()).isEqualTo("/data/attributes/redirect_uri");
            assertThat(several.pointer()).isEqualTo("/data/attributes/redirect_uris/1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate, identity"})
    void refusesContentCodings(String coding) {
        var encoded = Map.of("Content-Encoding", coding);
        var body = Json.document("customers", null, Map.of("name", "Ada"), organizationLink());

        var api = owner.send("POST", "/api/customers", body, encoded);
        assertThat(api.status()).as(api.text()).isEqualTo(415);
        assertThat(api.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(api.header("Accept-Encoding")).isEqualTo("identity");

        for (var endpoint : List.of("token", "introspect", "revoke")) {
            var headers = new HashMap<>(encoded);
            headers.put("Content-Type", "application/x-www-form-urlencoded");
            var form =
                    owner.withoutToken().send("POST", "/oauth/" + endpoint, "grant_type=client_credentials", headers);
            assertThat(form.status()).as(endpoint + form.text()).isEqualTo(415);
            assertThat(form.json().path("error").asString()).isEqualTo("invalid_request");
            assertThat(form.header("Accept-Encoding")).isEqualTo("identity");
        }
        var json = owner.withoutToken()
                .send(
                        "POST",
                        "/oauth/token",
                        "{}",
                        Map.of("Content-Encoding", coding, "Content-Type", "application/json"));
        assertThat(json.status()).as(json.text()).isEqualTo(415);
        assertThat(json.json().at("/errors/0/title").asString()).isEqualTo("invalid_request");
        assertThat(owner.send("POST", "/api/customers", body, Map.of("Content-Encoding", "identity"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void beginsACsvExportWithAByteOrderMarkOnRequest() {
        var export = "/api/audit_events/export?filter%5Bq%5D%5Borganization_id_eq%5D=" + organization + "&format=";
        assertThat(owner.send("GET", export + "csv&bom=true", null, Map.of()).text())
                .startsWith("\ufeff\"id\",");
        assertThat(owner.send("GET", export + "csv", null, Map.of()).text()).startsWith("\"id\",");
        for (var wrong : List.of("ndjson&bom=true", "csv&bom=false", "csv&bom=", "csv&bom=true&bom=true")) {
            var refused = owner.send("GET", export + wrong, null, Map.of());
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/source/parameter").asString())
                    .isEqualTo("bom");
        }
    }

    @Test
    void takesOneDocumentForOneHoweverItIsSpelled() {
        var key = Map.of("Idempotency-Key", "spelled-" + organization);
        var first = owner.send(
                "POST", "/api/customers", customer("{\"name\":\"Zoë\",\"metadata\":{\"a\":1,\"b\":[]}}"), key);
        var again = owner.send(
                "POST",
                "/api/customers",
                customer("{ \"metadata\": {\"b\":[ ],\"a\":1.0},\n\"name\":\"Zo\\u00eb\"}"),
                key);
        var other = owner.send(
                "POST", "/api/customers", customer("{\"name\":\"Zoë\",\"metadata\":{\"a\":2,\"b\":[]}}"), key);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void listsAppsByTheirLastUse() {
        var never = ledger.app(organization, "sales_channel", "Nobody uses it").id();
        var filters = "/api/app_registrations?filter%5Bq%5D%5Borganization_id_eq%5D=" + organization + "&";

        assertThat(ids(filters + "filter%5Bq%5D%5Blast_used_at_null%5D=true")).contains(never);
        assertThat(ids(filters + "filter%5Bq%5D%5Blast_used_at_not_null%5D=true"))
                .doesNotContain(never);
        assertThat(ids(filters + "sort=-last_used_at&page%5Bsize%5D=25")).contains(never);
        assertThat(ids(filters + "filter%5Bunused_for%5D=P1D")).doesNotContain(never);
        assertThat(ids(filters + "filter%5Bunused_for%5D=PT0S")).contains(never);
    }

    @Test
    void showsAnAppAtTheMomentOfItsMakingAsItWasMade() {
        var body = Json.document(
                "app_registrations",
                null,
                Map.of("name", "Made", "description", "as one", "permissions", List.of(), "expires_in", 9000),
                organizationLink());
        var made = Ledger.made(owner.post("/api/app_registrations", body));
        var then = owner.get("/api/app_registrations/" + made.id() + "?as_of="
                + made.attribute("created_at").asString());

        assertThat(then.status()).as(then.text()).isEqualTo(200);
        assertThat(then.attribute("description").asString()).isEqualTo("as one");
        assertThat(then.attribute("updated_at")).isEqualTo(then.attribute("created_at"));
    }

    @Test
    void refusesSeveralIdempotencyKeys() throws Exception {
        var body = Json.document("customers", null, Map.of("name", "Twice"), organizationLink());
        var request = HttpRequest.newBuilder(server.uri("/api/customers"))
                .header("Authorization", "Bearer " + owner.bearer())
                .header("Content-Type", Client.JSON_API)
                .header("Idempotency-Key", "one")
                .header("Idempotency-Key", "two")
                .POST(BodyPublishers.ofString(body));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("BAD_REQUEST", "idempotency-key");
        }
    }

    private String customer(String attributes) {
        return "{\"data\":{\"type\":\"customers\",\"attributes\":" + attributes
                + ",\"relationships\":{\"organization\":{\"data\":{\"type\":\"organizations\",\"id\":\"" + organization
                + "\"}}}}}";
    }

    private Map<String, Ref> organizationLink() {
        return Map.of("organization", new Ref("organizations", organization));
    }

    private Answer create(String resource, String name) {
        var attributes = new HashMap<String, Object>(Map.of("name", name));
        if (resource.equals("api_credentials")) {
            attributes.put("kind", "sales_channel");
        }
        return owner.post(
                "/api/" + resource,
                Json.document(
                        resource, null, attributes, resource.equals("organizations") ? Map.of() : organizationLink()));
    }

    private List<String> ids(String path) {
        var answer = owner.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.data()
                .valueStream()
                .map((JsonNode row) -> row.path("id").asString())
                .toList();
    }
}
