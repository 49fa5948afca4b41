package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.acceptance.Json.Ref;
import io.keyledger.acceptance.Json.Refs;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Customers and groups of them, from the first to the last request. */
@ExtendWith(SharedServer.class)
class CustomersTest {
    private static final String CUSTOMERS = "/api/customers";
    private static final String GROUPS = "/api/customer_groups";
    private static final String POINTER = "/data/relationships/customers";

    private final Ledger ledger;
    private final Client caller;
    private final String own;
    private final String other;

    CustomersTest(RunningServer server) {
        this.ledger = new Ledger(Client.owner(server));
        this.caller = ledger.caller();
        this.own = ledger.organization("Customers own");
        this.other = ledger.organization("Customers other");
    }

    @Test
    void keepsACustomerFromBeginningToEnd() {
        var made = Ledger.made(caller.post(
                CUSTOMERS,
                Json.document(
                        "customers",
                        null,
                        Map.of("name", "Acme", "reference", "7", "reference_origin", "crm", "metadata", Map.of("a", 1)),
                        Map.of("organization", new Ref("organizations", own)))));
        var path = CUSTOMERS + "/" + made.id();
        assertThat(made.header("Location")).endsWith(path);
        assertThat(made.attribute("reference").asString()).isEqualTo("7");
        assertThat(made.attribute("metadata").path("a").asInt()).isEqualTo(1);

        var renamed = changed(path, made, Map.of("name", "Acme Ltd"), made.header("ETag"));
        assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
        assertThat(renamed.attribute("name").asString()).isEqualTo("Acme Ltd");
        assertThat(changed(path, made, Map.of("name", "Late"), made.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(caller.get(path + "/versions")
                        .data()
                        .path(0)
                        .path("attributes")
                        .path("changes")
                        .path("name"))
                .isEqualTo(Json.read("[null,\"Acme\"]"));

        assertThat(caller.send("DELETE", path, null, Map.of("If-Match", made.header("ETag")))
                        .status())
                .isEqualTo(412);
        assertThat(caller.delete(path).status()).isEqualTo(204);
        assertThat(caller.get(path).status()).isEqualTo(404);
        assertThat(caller.delete(path).status()).isEqualTo(404);
    }

    @Test
    void takesNamesOfUpToAHundredCharacters() {
        assertThat(create("customers", "ü".repeat(100)).status()).isEqualTo(201);
        for (var name : List.of("", " ", "a".repeat(101), "a\u0007b")) {
            for (var type : List.of("customers", "customer_groups")) {
                var refused = create(type, name);
                assertThat(refused.status()).as(refused.text()).isEqualTo(422);
                assertThat(refused.pointer()).isEqualTo("/data/attributes/name");
            }
        }
    }

    @Test
    void makesOneCustomerOfOneKey() {
        var body = Json.document(
                "customers", null, Map.of("name", "Once"), Map.of("organization", new Ref("organizations", own)));
        var key = Map.of("Idempotency-Key", "customer-once");
        var first = Ledger.made(caller.send("POST", CUSTOMERS, body, key));
        var again = caller.send("POST", CUSTOMERS, body, key);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(caller.send("POST", CUSTOMERS, body.replace("Once", "Twice"), key)
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void leadsFromAGroupToItsCustomersInTheirOrder() {
        var first = ledger.customer(own, "First");
        var second = ledger.customer(own, "Second");
        var group = group("Pair", List.of(second, first));
        var path = GROUPS + "/" + group.id();

        var included = caller.get(path + "?include=customers");
        assertThat(ids(included.data().path("relationships").path("customers").path("data")))
                .containsExactly(second, first);
        assertThat(ids(included.json().path("included"))).containsExactlyInAnyOrder(first, second);
        assertThat(ids(caller.get(path + "/customers").data())).containsExactly(first, second);
        assertThat(ids(caller.get(path + "/relationships/customers").data())).containsExactly(first, second);
        var found = caller.get(GROUPS + "?filter%5Bq%5D%5Bcustomers_id_eq%5D=" + second);
        assertThat(ids(found.data())).containsExactly(group.id());

        var emptied = assign(group, List.of());
        assertThat(emptied.status()).as(emptied.text()).isEqualTo(200);
        assertThat(caller.get(path + "/customers").data().size()).isZero();
    }

    @Test
    void refusesCustomersThatAreUnknownOrForeign() {
        var mine = ledger.customer(own, "Mine");
        var foreign = ledger.customer(other, "Foreign");
        var group = group("Closed", List.of(mine));
        for (var stranger : List.of(foreign, "nobody0000", own)) {
            for (var refused :
                    List.of(assign(group, List.of(mine, stranger)), newGroup("Strange", List.of(stranger, mine)))) {
                assertThat(refused.status()).as(refused.text()).isEqualTo(422);
                assertThat(refused.code()).isEqualTo("VALIDATION_ERROR");
                assertThat(refused.pointer()).isEqualTo(POINTER);
            }
        }
        assertThat(ids(caller.get(GROUPS + "/" + group.id() + "/customers").data()))
                .containsExactly(mine);
    }

    @Test
    void refusesListsThatAreNone() {
        var mine = ledger.customer(own, "Mine");
        var group = group("Lists", List.of(mine));
        assertRefused(assign(group, List.of(mine, mine)), 422, "VALIDATION_ERROR");
        var tooMany =
                IntStream.rangeClosed(0, 1000).mapToObj("cust%06d"::formatted).toList();
        assertRefused(assign(group, tooMany), 422, "VALIDATION_ERROR");
        assertRefused(patch(group, Map.of("customers", new Ref("customers", mine))), 400, "INVALID_LINKS_OBJECT");
        assertRefused(patch(group, Map.of("customers", new Refs("roles", List.of(mine)))), 400, "TYPE_MISMATCH");
    }

    @Test
    void listsTheCustomersOfAGroupByPages() {
        var ids = IntStream.range(0, 40)
                .mapToObj(i -> ledger.customer(own, "Many " + i))
                .toList();
        var group = group("Many", ids);

        var listed = caller.get(GROUPS + "/" + group.id() + "/customers?page%5Bsize%5D=25&page%5Bnumber%5D=2");
        assertThat(listed.data().size()).isEqualTo(15);
        assertThat(listed.json().path("meta").path("record_count").asInt()).isEqualTo(40);
    }

    @Test
    void keepsACustomerWhomAGroupHas() {
        var customer = ledger.customer(own, "Kept");
        var group = group("Keeper", List.of(customer));

        var refused = caller.delete(CUSTOMERS + "/" + customer);
        assertThat(refused.status()).isEqualTo(423);
        assertThat(refused.code()).isEqualTo("LOCKED");
        assertThat(refused.text()).contains("the customer is in the customer group " + group.id());

        assertThat(caller.delete(GROUPS + "/" + group.id()).status()).isEqualTo(204);
        assertThat(caller.delete(CUSTOMERS + "/" + customer).status()).isEqualTo(204);
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.pointer()).isEqualTo(POINTER);
    }

    private Answer changed(String path, Answer made, Map<String, String> attributes, String version) {
        var body = Json.document("customers", made.id(), attributes, Map.of());
        return caller.send("PATCH", path, body, Map.of("If-Match", version));
    }

    private Answer create(String type, String name) {
        var body =
                Json.document(type, null, Map.of("name", name), Map.of("organization", new Ref("organizations", own)));
        return caller.post("/api/" + type, body);
    }

    private Answer group(String name, List<String> customers) {
        return Ledger.made(newGroup(name, customers));
    }

    private Answer newGroup(String name, List<String> customers) {
        return caller.post(GROUPS, ledger.groupDocument(own, name, customers));
    }

    private Answer assign(Answer group, List<String> customers) {
        return patch(group, Map.of("customers", new Refs("customers", customers)));
    }

    private Answer patch(Answer group, Map<String, Json.Link> links) {
        return caller.patch(GROUPS + "/" + group.id(), Json.document("customer_groups", group.id(), Map.of(), links));
    }

    private static List<String> ids(JsonNode data) {
        return data.valueStream().map(one -> one.path("id").asString()).toList();
    }
}
