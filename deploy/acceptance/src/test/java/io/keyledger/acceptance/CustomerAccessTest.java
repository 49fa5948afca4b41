package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.acceptance.Json.Link;
import io.keyledger.acceptance.Json.Ref;
import io.keyledger.acceptance.Json.Refs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which customers an app may work with, and how that keeps them from being deleted. */
@ExtendWith(SharedServer.class)
class CustomerAccessTest {
    private static final String APPS = "/api/app_registrations";

    private final Ledger ledger;
    private final Client caller;
    private final String organization;
    private final String customer;
    private final String stranger;

    CustomerAccessTest(RunningServer server) {
        this.ledger = new Ledger(Client.owner(server));
        this.caller = ledger.caller();
        this.organization = ledger.organization("Customer access");
        this.customer = ledger.customer(organization, "Customer");
        this.stranger = ledger.customer(organization, "Stranger");
    }

    @Test
    void letsAnAppAtAllCustomersUnlessItIsLimited() {
        var app = app("all_customers", Map.of());

        assertAccess(app, customer, "{\"allowed\":true,\"via\":\"all_customers\"}");
        assertAccess(app, stranger, "{\"allowed\":true,\"via\":\"all_customers\"}");
    }

    @Test
    void letsAnAppAtTheCustomersItNames() {
        var app = app("specific_customers", Map.of("customers", new Refs("customers", List.of(customer))));

        assertAccess(app, customer, "{\"allowed\":true,\"via\":\"specific_customers\"}");
        assertAccess(app, stranger, "{\"allowed\":false,\"via\":null}");
    }

    @Test
    void letsAnAppAtTheCustomersOfItsGroupsAsTheyAreNow() {
        var group = group("Changing", customer);
        var app = app("customer_groups", Map.of("customer_groups", new Refs("customer_groups", List.of(group))));
        assertAccess(app, customer, "{\"allowed\":true,\"via\":\"customer_groups\"}");
        assertAccess(app, stranger, "{\"allowed\":false,\"via\":null}");

        var links = Map.of("customers", new Refs("customers", List.of(stranger)));
        var changed =
                caller.patch("/api/customer_groups/" + group, Json.document("customer_groups", group, Map.of(), links));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);

        assertAccess(app, customer, "{\"allowed\":false,\"via\":null}");
        assertAccess(app, stranger, "{\"allowed\":true,\"via\":\"customer_groups\"}");
    }

    @Test
    void refusesToAnswerForWhatDoesNotExist() {
        var app = app("all_customers", Map.of());
        var foreign = ledger.customer(ledger.organization("Elsewhere"), "Foreign");

        for (var unknown : List.of("nobody0000", foreign, organization, "..%2Fx")) {
            var answer = access(app, unknown);
            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("RECORD_NOT_FOUND");
        }
        assertThat(access("nothing000", customer).status()).isEqualTo(404);
    }

    @Test
    void asksForExactlyOneCustomer() {
        var path = APPS + "/" + app("all_customers", Map.of()) + "/customer_access";

        for (var missing : List.of("", "?customer_id=", "?customer_id=%20")) {
            var answer = caller.get(path + missing);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("PARAM_MISSING");
            assertThat(answer.json().at("/errors/0/source/parameter").asString())
                    .isEqualTo("customer_id");
        }
        for (var wrong : List.of("&include=customers", "&customer_id=" + stranger)) {
            var answer = caller.get(path + "?customer_id=" + customer + wrong);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("PARAM_NOT_ALLOWED");
        }
    }

    @Test
    void answersWhoeverMayReadTheApp() {
        var app = app("specific_customers", Map.of("customers", new Refs("customers", List.of(customer))));
        var reader = ledger.integration(organization, ledger.role(organization, "read_only"));
        var path = APPS + "/" + app + "/customer_access?customer_id=" + customer;
        assertThat(reader.get(path).status()).isEqualTo(200);

        var nobody = ledger.integration(organization, roleWithoutRights());
        assertThat(nobody.get(path).status()).isEqualTo(403);
        var elsewhere = ledger.organization("Elsewhere too");
        var outsider = ledger.integration(elsewhere, ledger.role(elsewhere, "admin"));
        assertThat(outsider.get(path).status()).isEqualTo(404);
    }

    @Test
    void keepsCustomersAndGroupsThatAnAppIsLimitedTo() {
        var kept = ledger.customer(organization, "Kept");
        var group = group("Kept", stranger);
        var ofOne = app("specific_customers", Map.of("customers", new Refs("customers", List.of(kept))));
        var ofGroup = app("customer_groups", Map.of("customer_groups", new Refs("customer_groups", List.of(group))));

        assertLocked("/api/customers/" + kept, "the customer is in the customer scope of the app " + ofOne);
        assertLocked("/api/customer_groups/" + group, "the group is in the customer scope of the app " + ofGroup);

        for (var app : List.of(ofOne, ofGroup)) {
            assertThat(caller.delete(APPS + "/" + app).status()).isEqualTo(204);
        }
        assertThat(caller.delete("/api/customers/" + kept).status()).isEqualTo(204);
        assertThat(caller.delete("/api/customer_groups/" + group).status()).isEqualTo(204);
    }

    private void assertAccess(String app, String customerId, String attributes) {
        var answer = access(app, customerId);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(Client.JSON_API);
        assertThat(answer.json())
                .isEqualTo(Json.read("{\"data\":{\"type\":\"customer_access\",\"attributes\":" + attributes + "}}"));
    }

    private void assertLocked(String path, String detail) {
        var answer = caller.delete(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(423);
        assertThat(answer.code()).isEqualTo("LOCKED");
        assertThat(answer.text()).contains(detail);
    }

    private Answer access(String app, String customerId) {
        return caller.get(APPS + "/" + app + "/customer_access?customer_id=" + customerId);
    }

    private String app(String scope, Map<String, Link> reach) {
        var links = new HashMap<>(reach);
        links.put("organization", new Ref("organizations", organization));
        var attributes = Map.of("name", "Limited", "customer_scope", scope);
        return Ledger.made(caller.post(APPS, Json.document("app_registrations", null, attributes, links)))
                .id();
    }

    private String group(String name, String member) {
        var body = ledger.groupDocument(organization, name, List.of(member));
        return Ledger.made(caller.post("/api/customer_groups", body)).id();
    }

    private String roleWithoutRights() {
        var links = Map.of("organization", new Ref("organizations", organization));
        return Ledger.made(caller.post("/api/roles", Json.document("roles", null, Map.of("name", "none"), links)))
                .id();
    }
}
