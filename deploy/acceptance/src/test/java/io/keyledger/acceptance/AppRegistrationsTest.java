package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.acceptance.Json.Ref;
import io.keyledger.acceptance.Json.Refs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The full face of apps, and what is done to several at once. Source: CONTRACT A2. */
@ExtendWith(SharedServer.class)
class AppRegistrationsTest {
    private static final String APPS = "/api/app_registrations";

    private final Ledger ledger;
    private final Client owner;

    AppRegistrationsTest(RunningServer server) {
        this.owner = Client.owner(server);
        this.ledger = new Ledger(owner);
    }

    @Test
    void showsOneAppInBothFacesWithOneHistory() {
        var organization = ledger.organization("Faces");
        var app = Ledger.made(owner.post(APPS, document(organization, Map.of("name", "Both"), Map.of())));

        assertThat(app.attribute("kind").asString()).isEqualTo("integration");
        assertThat(app.attribute("mode").asString()).isEqualTo("live");
        assertThat(app.attribute("customer_scope").asString()).isEqualTo("all_customers");
        assertThat(app.attribute("status").asString()).isEqualTo("active");
        assertThat(app.attribute("created_by").asString()).isEqualTo("owner@localhost");
        assertThat(app.attribute("client_secret").isNull()).isTrue();

        var compact = owner.get("/api/api_credentials/" + app.id());
        assertThat(compact.attribute("name").asString()).isEqualTo("Both");
        assertThat(owner.get(APPS + "/" + app.id() + "/versions").data().size()).isEqualTo(1);
        assertThat(owner.get("/api/api_credentials/" + app.id() + "/versions")
                        .data()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void tellsAllFaultsOfARegistration() {
        var organization = ledger.organization("Faults");
        var attributes = Map.of(
                "name", "x".repeat(101),
                "permissions", List.of("orders:read", 5),
                "customer_scope", "nobody");
        var answer = owner.post(APPS, document(organization, attributes, Map.of()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.at("/source/pointer").asString()))
                .containsExactlyInAnyOrder(
                        "/data/attributes/name", "/data/attributes/permissions/1", "/data/attributes/customer_scope");
    }

    @Test
    void issuesTokensForTheRegisteredPermissionsAlone() {
        var organization = ledger.organization("Permissions");
        var attributes = Map.of(
                "name", "Reader", "effective_duration", "P1Y", "permissions", List.of("orders:read", "skus:read"));
        var app = Ledger.made(owner.post(APPS, document(organization, attributes, Map.of())));
        var credentials = new HashMap<>(Map.of(
                "grant_type", "client_credentials",
                "client_id", app.attribute("client_id").asString(),
                "client_secret", app.attribute("client_secret").asString()));

        assertThat(owner.token(credentials).json().path("scope").asString()).isEqualTo("orders:read skus:read");
        credentials.put("scope", "orders:write");
        assertThat(owner.token(credentials).json().path("error").asString()).isEqualTo("invalid_scope");

        var unknown = Json.document("app_registrations", app.id(), Map.of("permissions", List.of("no:such")), Map.of());
        assertThat(owner.patch(APPS + "/" + app.id(), unknown).status()).isEqualTo(422);

        credentials.remove("scope");
        var off = Json.document("app_registrations", app.id(), Map.of("_disable", true), Map.of());
        assertThat(owner.patch(APPS + "/" + app.id(), off).attribute("status").asString())
                .isEqualTo("disabled");
        assertThat(owner.token(credentials).status()).isEqualTo(401);
    }

    @Test
    void limitsAnAppToCustomersOfItsOrganization() {
        var organization = ledger.organization("Scoped");
        var customer = ledger.customer(organization, "Ada");
        var foreign = ledger.customer(ledger.organization("Foreign"), "Eve");
        var attributes = Map.<String, Object>of("name", "Scoped", "customer_scope", "specific_customers");

        var nobody = owner.post(APPS, document(organization, attributes, Map.of()));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.text()).contains("/data/relationships/customers");
        var other = document(organization, attributes, Map.of("customers", new Refs("customers", List.of(foreign))));
        assertThat(owner.post(APPS, other).status()).isEqualTo(422);
        var own = document(organization, attributes, Map.of("customers", new Refs("customers", List.of(customer))));
        var app = Ledger.made(owner.post(APPS, own));
        assertThat(owner.get(APPS + "/" + app.id() + "/customers")
                        .data()
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(customer);
    }

    @Test
    void replacesTheFirstAddressThroughTheCompactFace() {
        var organization = ledger.organization("Addresses");
        var attributes = Map.of("name", "A", "redirect_uris", List.of("https://a.example/1", "https://a.example/2"));
        var app = Ledger.made(owner.post(APPS, document(organization, attributes, Map.of())));
        var compact = "/api/api_credentials/" + app.id();
        assertThat(owner.get(compact).attribute("redirect_uri").asString()).isEqualTo("https://a.example/1");

        var change =
                Json.document("api_credentials", app.id(), Map.of("redirect_uri", "https://a.example/3"), Map.of());
        assertThat(owner.patch(compact, change).status()).isEqualTo(200);
        assertThat(owner.get(APPS + "/" + app.id()).attribute("redirect_uris").toString())
                .isEqualTo("[\"https://a.example/3\",\"https://a.example/2\"]");
    }

    @Test
    void deletesManyAndTellsWhatBecameOfEach() {
        var organization = ledger.organization("Bulk");
        var one = ledger.app(organization, "sales_channel", "one").id();
        var two = ledger.app(organization, "sales_channel", "two").id();
        var system = owner.get(APPS + "?filter%5Bq%5D%5Bkind_eq%5D=resources&filter%5Bq%5D%5Borganization_id_eq%5D="
                        + organization)
                .data()
                .path(0)
                .path("id")
                .asString();
        var body = new StringBuilder("{\"data\":[");
        for (var id : List.of(one, system, "nnnnnnnnnn", two)) {
            body.append(body.length() > 9 ? "," : "")
                    .append("{\"type\":\"app_registrations\",\"id\":\"")
                    .append(id)
                    .append("\"}");
        }
        var answer = owner.post(APPS + "/bulk_delete", body.append("]}").toString());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.data().valueStream().map(r -> r.at("/meta/result").asString()))
                .containsExactly("deleted", "refused", "not_found", "deleted");
        assertThat(answer.data().path(1).at("/meta/errors/0/code").asString()).isEqualTo("SYSTEM_APP");
        assertThat(owner.get(APPS + "/" + two).status()).isEqualTo(404);
        assertThat(owner.post(APPS + "/bulk_delete", "{\"data\":[]}").status()).isEqualTo(422);
    }

    @Test
    void listsThePermissionCatalogue() {
        var answer = owner.get("/api/api_permissions?filter%5Bq%5D%5Bsubject_eq%5D=orders&sort=name");

        assertThat(answer.data().valueStream().map(p -> p.at("/attributes/name").asString()))
                .containsExactly("orders:read", "orders:write");
        assertThat(owner.get("/api/api_permissions/"
                                + answer.data().path(0).path("id").asString())
                        .attribute("description")
                        .asString())
                .isNotBlank();
    }

    @Test
    void installsADashboardAppInBothModesOnce() throws Exception {
        var organization = ledger.organization("Dashboards");
        var body = Json.document(
                "dashboard_apps", null, Map.of(), Map.of("organization", new Ref("organizations", organization)));
        Callable<Answer> install = () -> owner.post("/api/dashboard_apps/orders/install", body);
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var answer : pool.invokeAll(List.of(install, install, install, install))) {
                assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(200);
            }
        }
        var again = install.call();
        assertThat(again.data().size()).isEqualTo(2);
        assertThat(again.data()
                        .valueStream()
                        .allMatch(app -> app.at("/attributes/client_secret").isNull()))
                .isTrue();
        assertThat(owner.get("/api/organizations/" + organization
                                + "/api_credentials?filter%5Bq%5D%5Bkind_eq%5D=orders")
                        .data()
                        .size())
                .isEqualTo(2);

        var second = Ledger.made(ledger.caller().post("/api/api_credentials", fork(organization)));
        var listed =
                owner.get("/api/dashboard_apps?organization_id=" + organization).data();
        var orders = listed.valueStream()
                .filter(kind -> kind.path("id").asString().equals("orders"))
                .findFirst()
                .orElseThrow();
        assertThat(orders.at("/attributes/installed/live/custom/0").asString()).isEqualTo(second.id());
        var hosted = orders.at("/attributes/installed/live/hosted").asString();
        assertThat(again.data().valueStream().map(app -> app.path("id").asString()))
                .contains(hosted);

        var taken = owner.post("/api/api_credentials", ledger.appDocument(organization, "orders", "second"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text()).contains("taken");
        assertThat(owner.delete(APPS + "/" + hosted).status()).isEqualTo(204);
        Ledger.made(owner.post("/api/api_credentials", ledger.appDocument(organization, "orders", "second")));
    }

    private static String fork(String organization) {
        var attributes = Map.of(
                "name", "Mine", "kind", "orders", "mode", "live", "custom", true, "redirect_uri", "https://a.example");
        return Json.document(
                "api_credentials", null, attributes, Map.of("organization", new Ref("organizations", organization)));
    }

    private static String document(String organization, Map<String, ?> attributes, Map<String, Refs> many) {
        var links = new HashMap<String, Json.Link>(many);
        links.put("organization", new Ref("organizations", organization));
        return Json.document("app_registrations", null, attributes, links);
    }
}
