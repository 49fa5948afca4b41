package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.keyledger.acceptance.Json.Ref;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every role, operation and resource, in the own organization and in another one. */
@ExtendWith(SharedServer.class)
class AccessMatrixTest {
    private static final List<String> RESOURCES = List.of(
            "api_credentials",
            "app_registrations",
            "roles",
            "permissions",
            "memberships",
            "customers",
            "customer_groups");

    /** The roles tried, and what each allows beyond nothing. */
    private enum Role {
        ADMIN("crud"),
        READ_ONLY("r"),
        CUSTOM_WITHOUT_ANY(""),
        CUSTOM_THAT_READS("r"),
        CUSTOM_THAT_WRITES("crud");

        private final String allowed;

        Role(String allowed) {
            this.allowed = allowed;
        }

        boolean allows(char operation) {
            return allowed.indexOf(operation) >= 0;
        }

        boolean isCustom() {
            return name().startsWith("CUSTOM");
        }
    }

    private final Ledger ledger;
    private final String own;
    private final String other;
    private final Map<Role, String> roles = new EnumMap<>(Role.class);
    private final Map<Role, Client> callers = new EnumMap<>(Role.class);
    private int serial;

    AccessMatrixTest(RunningServer server) {
        this.ledger = new Ledger(Client.owner(server));
        this.own = ledger.organization("Matrix own");
        this.other = ledger.organization("Matrix other");
        for (var role : Role.values()) {
            var id = role.isCustom()
                    ? customRole(role)
                    : ledger.role(own, role.name().toLowerCase(java.util.Locale.ROOT));
            roles.put(role, id);
            callers.put(role, ledger.integration(own, id));
        }
    }

    @TestFactory
    List<DynamicTest> everyRoleDoesWhatItMayAndNothingElse() {
        var tests = new ArrayList<DynamicTest>();
        for (var role : Role.values()) {
            for (var resource : RESOURCES) {
                var caller = java.util.Objects.requireNonNull(callers.get(role));
                tests.add(dynamicTest(role + " lists " + resource, () -> lists(caller, role, resource)));
                tests.add(dynamicTest(role + " reads " + resource, () -> reads(caller, role, resource)));
                tests.add(dynamicTest(role + " creates " + resource, () -> creates(caller, role, resource)));
                tests.add(dynamicTest(role + " changes " + resource, () -> changes(caller, role, resource)));
                tests.add(dynamicTest(role + " deletes " + resource, () -> deletes(caller, role, resource)));
                tests.add(dynamicTest(role + " and foreign " + resource, () -> seesNothingForeign(caller, resource)));
            }
        }
        return tests;
    }

    private void lists(Client caller, Role role, String resource) {
        make(resource, own);
        var answer = caller.get("/api/" + resource);

        assertThat(answer.status()).as(answer.text()).isEqualTo(role.allows('r') ? 200 : 403);
    }

    private void reads(Client caller, Role role, String resource) {
        expect(caller.get("/api/" + resource + "/" + make(resource, own)), role.allows('r'), 200);
    }

    private void creates(Client caller, Role role, String resource) {
        expect(
                caller.post("/api/" + resource, document(resource, own, roles.get(Role.CUSTOM_WITHOUT_ANY))),
                role.allows('c'),
                201);
    }

    private void changes(Client caller, Role role, String resource) {
        var id = make(resource, own);
        var body = Json.document(resource, id, Map.of("reference", "changed " + ++serial), Map.of());
        expect(caller.patch("/api/" + resource + "/" + id, body), role.allows('u'), 200);
    }

    private void deletes(Client caller, Role role, String resource) {
        var answer = caller.delete("/api/" + resource + "/" + make(resource, own));
        if (resource.equals("roles") || resource.equals("permissions")) {
            assertThat(answer.status()).isEqualTo(405);
        } else {
            expect(answer, role.allows('d'), 204);
        }
    }

    private void seesNothingForeign(Client caller, String resource) {
        var id = make(resource, other);
        var body = Json.document(resource, id, Map.of("reference", "stolen"), Map.of());

        assertThat(caller.get("/api/" + resource + "/" + id).status()).isEqualTo(404);
        assertThat(caller.patch("/api/" + resource + "/" + id, body).status()).isEqualTo(404);
        assertFindsNothing(caller.get("/api/" + resource + "?filter%5Bq%5D%5Bid_eq%5D=" + id));
        assertThat(caller.get("/api/organizations/" + other + "/" + resource).status())
                .isEqualTo(404);
        assertFindsNothing(caller.get("/api/versions?filter%5Bq%5D%5Bresource_id_eq%5D=" + id));
        assertThat(caller.post("/api/" + resource, document(resource, other, ledger.role(other, "admin")))
                        .status())
                .isIn(403, 404, 422);
    }

    /**
     * Nothing, or no permission to read: either way the other organization's resource does not exist for the caller.
     */
    private static void assertFindsNothing(Answer answer) {
        assertThat(answer.status()).isIn(200, 403);
        assertThat(answer.data().size()).as(answer.text()).isZero();
        assertThat(answer.json().path("meta").path("record_count").asInt(0)).isZero();
    }

    private static void expect(Answer answer, boolean allowed, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(allowed ? status : 403);
        if (!allowed) {
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
        }
    }

    /** A resource made by the owner; its id. */
    private String make(String resource, String organization) {
        var role = emptyRole(organization);
        return Ledger.made(ledger.caller().post("/api/" + resource, document(resource, organization, role)))
                .id();
    }

    private String document(String resource, String organization, @org.jspecify.annotations.Nullable String role) {
        var name = "n" + ++serial;
        var roleRef = new Ref("roles", java.util.Objects.requireNonNull(role));
        var links = new HashMap<>(Map.of("organization", new Ref("organizations", organization)));
        Map<String, Object> attributes = switch (resource) {
            case "api_credentials" -> Map.of("name", name, "kind", "sales_channel", "mode", "live");
            case "app_registrations", "roles", "customers", "customer_groups" -> Map.of("name", name);
            case "memberships" -> Map.of("user_email", name + "@example.com");
            default ->
                Map.of(
                        "subject",
                        "s" + serial,
                        "can_create",
                        false,
                        "can_read",
                        false,
                        "can_update",
                        false,
                        "can_destroy",
                        false);
        };
        if (resource.equals("memberships")) {
            links.put("role", roleRef);
        }
        if (resource.equals("permissions")) {
            return Json.document(resource, null, attributes, Map.of("role", roleRef));
        }
        return Json.document(resource, null, attributes, links);
    }

    private String emptyRole(String organization) {
        return Ledger.made(ledger.caller().post("/api/roles", document("roles", organization, "unused0000")))
                .id();
    }

    private String customRole(Role role) {
        var id = emptyRole(own);
        for (var subject : List.of("api_credentials", "app_registrations", "roles", "memberships", "customers")) {
            var permission = Json.document(
                    "permissions",
                    null,
                    Map.of(
                            "subject", subject,
                            "can_create", role.allows('c'),
                            "can_read", role.allows('r'),
                            "can_update", role.allows('u'),
                            "can_destroy", role.allows('d')),
                    Map.of("role", new Ref("roles", id)));
            Ledger.made(ledger.caller().post("/api/permissions", permission));
        }
        return id;
    }
}
