package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.keyledger.acceptance.Contract.Operation;
import io.keyledger.acceptance.Json.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A caller whose custom role allows every operation on every subject of the service acts on what holds more: the admin
 * role, a custom role that allows one operation more, and their own. Every published write is tried. One that acts on
 * something in a role, or on a role, finds its target by its address; any other must be in {@link #ACTS_ON_NO_ROLE}: a new
 * one that is in neither fails.
 */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithinRightsTest {
    private static final List<String> SUBJECTS = List.of(
            "api_credentials",
            "app_registrations",
            "organizations",
            "roles",
            "permissions",
            "memberships",
            "customers",
            "customer_groups",
            "audit_events",
            "event_consumers",
            "credential_policy");

    /** What is written there has no role, or the request names the role that it gives (see the other tests). */
    private static final Set<String> ACTS_ON_NO_ROLE = Set.of(
            "POST /api/api_credentials",
            "POST /api/app_registrations",
            "POST /api/memberships",
            "POST /api/permissions",
            "POST /api/roles",
            "POST /api/organizations",
            "PATCH /api/organizations/{id}",
            "PATCH /api/organizations/{id}/transfer_ownership",
            "POST /api/customers",
            "PATCH /api/customers/{id}",
            "DELETE /api/customers/{id}",
            "POST /api/customer_groups",
            "PATCH /api/customer_groups/{id}",
            "DELETE /api/customer_groups/{id}",
            "PATCH /api/credential_policy",
            "PATCH /api/credential_policies/{id}",
            "PATCH /api/user",
            "DELETE /api/user",
            "POST /api/leaked_secrets",
            "POST /api/app_registrations/bulk_delete",
            "POST /api/dashboard_apps/{kind}/install");

    private static final Pattern TARGET =
            Pattern.compile("/api/(api_credentials|app_registrations|memberships|roles|permissions)/\\{id}.*");

    private final Ledger ledger;
    private final Client owner;
    private final Contract contract;
    private final String organization;
    private final Map<String, Client> callers = new TreeMap<>();
    private final String ownRole;
    private final String ownPermission;
    private final String strongerPermission;
    private final String strongerRole;

    WithinRightsTest(RunningServer server) {
        this.owner = Client.owner(server);
        this.ledger = new Ledger(owner);
        this.contract = Contract.of(server);
        this.organization = ledger.organization("Within rights");
        this.ownRole = role("Nearly everything");
        SUBJECTS.forEach(subject -> allow(ownRole, subject));
        this.ownPermission = allow(ownRole, "tags");
        this.strongerRole = role("One more");
        this.strongerPermission = allow(strongerRole, "orders");
    }

    @BeforeAll
    void admit() {
        callers.put("a member", Person.member(owner, organization, ownRole, "nearly@everything.example"));
        callers.put("an app", ledger.integration(organization, ownRole));
    }

    @TestFactory
    List<DynamicTest> refusesEveryWriteOnWhatHoldsMore() {
        var tests = new ArrayList<DynamicTest>();
        var admin = ledger.role(organization, "admin");
        for (var holder : Map.of("admin", admin, "one more", strongerRole).entrySet()) {
            for (var operation : contract.operations()) {
                var name = name(operation);
                if (isWrite(operation) && !ACTS_ON_NO_ROLE.contains(name)) {
                    callers.forEach((who, caller) -> tests.add(dynamicTest(
                            who + " on " + holder.getKey() + ": " + name,
                            () -> refuses(caller, operation, holder.getValue()))));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(40);
        return tests;
    }

    private void refuses(Client caller, Operation operation, String role) throws Exception {
        assertThat(operation.path()).as("an operation that is not classified").matches(TARGET);
        var ids = new HashMap<String, String>();
        var address = address(operation.path(), role, ids);
        if (address == null) {
            return; // built-in roles have no permissions
        }
        var target = Objects.requireNonNull(ids.get("target"));
        var before = owner.get(target).text();
        var body = operation.method().equals("delete") ? null : body(operation.path(), ids);
        var answer = caller.send(operation.method().toUpperCase(java.util.Locale.ROOT), address, body, Map.of());

        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
        assertThat(owner.get(target).text()).isEqualTo(before);
    }

    /** The address of something that acts in the role; null when there is nothing of the kind. */
    private @Nullable String address(String path, String role, Map<String, String> ids) throws Exception {
        var type = path.split("/", -1)[2];
        var id = switch (type) {
            case "roles" -> role;
            case "permissions" -> role.equals(strongerRole) ? strongerPermission : null;
            case "memberships" ->
                Ledger.made(Person.invite(owner, organization, role, "holder" + System.nanoTime() + "@example.com"))
                        .id();
            default -> app(role).id();
        };
        if (id == null) {
            return null;
        }
        ids.put("id", id);
        ids.put("target", "/api/" + type + "/" + id);
        return path.replace("{id}", id)
                .replace("{client_secret_id}", path.contains("{client_secret_id}") ? secretOf(id) : "")
                .replace("{certificate_id}", path.contains("{certificate_id}") ? certificateOf(id) : "");
    }

    private static String body(String path, Map<String, String> ids) {
        var type = path.split("/", -1)[2];
        return path.endsWith("{id}")
                ? Json.document(type, ids.get("id"), Map.of("reference", "changed"), Map.of())
                : "{\"data\":{}}";
    }

    @Test
    void keepsTheOwnerBeyondEverybodyElse() {
        var admin = Person.member(owner, organization, ledger.role(organization, "admin"), "admin@rights.example");
        var own = owner.get("/api/organizations/" + organization + "/memberships?filter%5Bq%5D%5Bowner_true%5D=true")
                .data()
                .path(0)
                .path("id")
                .asString();
        var path = "/api/memberships/" + own;
        for (var attribute : List.of(Map.of("access_scope", "test_access"), Map.of("reference", "x"))) {
            assertForbidden(admin.patch(path, Json.document("memberships", own, attribute, Map.of())));
        }
        assertForbidden(admin.patch(path, Json.document("memberships", own, Map.of(), toRole(strongerRole))));
        assertForbidden(admin.post(path + "/resend", "{}"));
        assertForbidden(admin.delete(path));
        var mine = Json.document("memberships", own, Map.of("access_scope", "test_access"), Map.of());
        assertThat(owner.patch(path, mine).status()).isEqualTo(200);
        assertThat(owner.delete(path).code()).isEqualTo("LOCKED");
    }

    @Test
    void letsNobodyChangeTheirOwnRole() {
        callers.forEach((who, caller) -> {
            var role = "/api/roles/" + ownRole;
            assertForbidden(caller.patch(role, Json.document("roles", ownRole, Map.of("name", "Mine"), Map.of())));
            assertForbidden(caller.patch(role, Json.document("roles", ownRole, Map.of("reference", "m"), Map.of())));
            assertForbidden(caller.patch(
                    role, Json.document("roles", ownRole, Map.of("_add_missing_base_permissions", true), Map.of())));
            var less = Map.of("can_update", false);
            assertForbidden(caller.patch(
                    "/api/permissions/" + ownPermission, Json.document("permissions", ownPermission, less, Map.of())));
            assertForbidden(caller.post("/api/permissions", permission(ownRole, "exports", false)));
        });
    }

    @Test
    void letsMembersLeaveButNotWidenWhatTheySee() {
        var invited = Ledger.made(Person.invite(owner, organization, ownRole, "leaving@rights.example"));
        var member = Person.newcomer(owner, Person.code(invited));
        var path = "/api/memberships/" + invited.id();
        for (var links : List.of(toRole(strongerRole), toRole(ownRole))) {
            assertForbidden(member.patch(path, Json.document("memberships", invited.id(), Map.of(), links)));
        }
        var wider = Map.of("access_scope", "all_access");
        assertForbidden(member.patch(path, Json.document("memberships", invited.id(), wider, Map.of())));
        assertThat(member.delete(path).status()).isEqualTo(204);
    }

    /** What may be changed: whatever holds no more, and so the roles in between. */
    @Test
    void changesWhatHoldsNoMore() {
        var weaker = role("Customers only");
        allow(weaker, "customers");
        callers.forEach((who, caller) -> {
            var renamed = Json.document("roles", weaker, Map.of("name", "For " + who), Map.of());
            assertThat(caller.patch("/api/roles/" + weaker, renamed).status()).isEqualTo(200);
            var subject = who.equals("an app") ? "roles" : "memberships";
            assertThat(caller.post("/api/permissions", permission(weaker, subject, true))
                            .status())
                    .isEqualTo(201);
            assertForbidden(caller.post("/api/permissions", permission(weaker, "orders", true)));
            var member =
                    Ledger.made(Person.invite(caller, organization, weaker, who.replace(' ', '.') + "@weak.example"));
            assertThat(caller.post("/api/memberships/" + member.id() + "/resend", "{}")
                            .status())
                    .isEqualTo(202);
            assertForbidden(caller.patch(
                    "/api/memberships/" + member.id(),
                    Json.document("memberships", member.id(), Map.of(), toRole(strongerRole))));
            assertThat(caller.delete("/api/memberships/" + member.id()).status())
                    .isEqualTo(204);
        });
    }

    @Test
    void givesNoRoleThatHoldsMore() {
        callers.forEach((who, caller) -> {
            for (var role : List.of(strongerRole, ledger.role(organization, "admin"))) {
                assertForbidden(Person.invite(caller, organization, role, "stronger@rights.example"));
                for (var face : List.of("api_credentials", "app_registrations")) {
                    var links = new HashMap<>(toRole(role));
                    links.put("organization", new Ref("organizations", organization));
                    var attributes = Map.of("name", "stronger", "kind", "integration");
                    assertForbidden(caller.post("/api/" + face, Json.document(face, null, attributes, links)));
                    var weak = ledger.app(organization, "sales_channel", "Stall");
                    assertForbidden(caller.patch(
                            "/api/" + face + "/" + weak.id(), Json.document(face, weak.id(), Map.of(), toRole(role))));
                }
            }
        });
    }

    @Test
    void deletesOfManyOnlyWhatHoldsNoMore() {
        var strong = app(ledger.role(organization, "admin"));
        var weak = ledger.app(organization, "sales_channel", "Stall");
        var answer = Objects.requireNonNull(callers.get("a member"))
                .post("/api/app_registrations/bulk_delete", """
                        {"data":[{"type":"app_registrations","id":"%s"},{"type":"app_registrations","id":"%s"}]}
                        """.formatted(strong.id(), weak.id()));

        assertThat(answer.data().at("/0/meta/result").asString()).isEqualTo("refused");
        assertThat(answer.data().at("/0/meta/errors/0/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(answer.data().at("/1/meta/result").asString()).isEqualTo("deleted");
    }

    /** Whoever holds everything: the built-in roles are fixed all the same. */
    @Test
    void keepsBuiltInRolesAsTheyAre() {
        for (var kind : List.of("admin", "read_only")) {
            var role = ledger.role(organization, kind);
            for (var change : List.of(
                    Map.of("name", "Other"), Map.of("reference", "x"), Map.of("_add_missing_base_permissions", true))) {
                var answer = owner.patch("/api/roles/" + role, Json.document("roles", role, change, Map.of()));
                assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            }
            assertThat(owner.post("/api/permissions", permission(role, "orders", true))
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void knowsNoSubjectThatStandsForAll() {
        assertThat(owner.post("/api/permissions", permission(strongerRole, "*", true))
                        .status())
                .isEqualTo(422);
    }

    private static boolean isWrite(Operation operation) {
        return !operation.method().equals("get") && operation.path().startsWith("/api/");
    }

    private static String name(Operation operation) {
        return operation.method().toUpperCase(java.util.Locale.ROOT) + " " + operation.path();
    }

    private static void assertForbidden(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
    }

    private static Map<String, Ref> toRole(String role) {
        return Map.of("role", new Ref("roles", role));
    }

    private Answer app(String role) {
        var links = new HashMap<>(toRole(role));
        links.put("organization", new Ref("organizations", organization));
        return Ledger.made(owner.post(
                "/api/app_registrations",
                Json.document("app_registrations", null, Map.of("name", "Robot", "effective_duration", "P1Y"), links)));
    }

    private String secretOf(String app) {
        return owner.get("/api/app_registrations/" + app + "/client_secrets")
                .data()
                .path(0)
                .path("id")
                .asString();
    }

    private String certificateOf(String app) throws Exception {
        var body = Json.document(
                "certificates", Map.of("certificate", AppKey.create().pem()));
        return Ledger.made(owner.post("/api/app_registrations/" + app + "/certificates", body))
                .id();
    }

    private String role(String name) {
        return Ledger.made(owner.post(
                        "/api/roles",
                        Json.document(
                                "roles",
                                null,
                                Map.of("name", name),
                                Map.of("organization", new Ref("organizations", organization)))))
                .id();
    }

    private String allow(String role, String subject) {
        return Ledger.made(owner.post("/api/permissions", permission(role, subject, true)))
                .id();
    }

    private static String permission(String role, String subject, boolean allowed) {
        return Json.document(
                "permissions",
                null,
                Map.of(
                        "subject", subject,
                        "can_create", allowed,
                        "can_read", allowed,
                        "can_update", allowed,
                        "can_destroy", allowed),
                toRole(role));
    }
}
