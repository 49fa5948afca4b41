package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Two organizations, three roles, invitations in every order, addresses known, unknown and changed: nobody becomes what
 * they have not proved, nobody is a member before accepting, and every answer is the same for known and unknown.
 */
@ExtendWith(SharedServer.class)
class InvitationTest {
    private static final List<String> ROLES = List.of("admin", "read_only", "custom");
    private static int serial;

    private final Client owner;
    private final Ledger ledger;
    private final String one;
    private final String other;

    InvitationTest(RunningServer server) {
        this.owner = Client.owner(server);
        this.ledger = new Ledger(owner);
        this.one = ledger.organization("Inviting one");
        this.other = ledger.organization("Inviting other");
    }

    @TestFactory
    List<DynamicTest> nobodyBecomesWhatTheyHaveNotProved() {
        var tests = new ArrayList<DynamicTest>();
        for (var first : ROLES) {
            for (var second : ROLES) {
                var name = first + " in one, " + second + " in the other";
                tests.add(dynamicTest(name + ", accepted in between", () -> acceptedInBetween(first, second)));
                tests.add(dynamicTest(name + ", both pending", () -> bothPending(first, second)));
                tests.add(dynamicTest(name + ", label changed to it", () -> labelChanged(first, second)));
            }
        }
        return tests;
    }

    /** One who is a user under the address already is no member of the other organization by its invitation. */
    private void acceptedInBetween(String first, String second) {
        var address = address();
        var user = Person.member(owner, one, role(one, first), address);
        var invited = Ledger.made(Person.invite(owner, other, role(other, second), address));

        assertPending(invited);
        assertThat(organizations(user)).containsExactly(one);
        var accepted = Person.accept(user, Person.code(invited));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        assertThat(accepted.id()).isEqualTo(invited.id());
        assertThat(accepted.json().path("meta").isMissingNode()).isTrue();
        assertThat(organizations(user)).containsExactlyInAnyOrder(one, other);
    }

    /** Whoever opens one of two links of an address gets what that one is for, and another user opens the other. */
    private void bothPending(String first, String second) {
        var address = address();
        var inOne = Ledger.made(Person.invite(owner, one, role(one, first), address));
        var inOther = Ledger.made(Person.invite(owner, other, role(other, second), address));
        var userOfOther = Person.newcomer(owner, Person.code(inOther));

        assertThat(organizations(userOfOther)).containsExactly(other);
        assertPending(owner.get("/api/memberships/" + inOne.id()));
        var userOfOne = Person.newcomer(owner, Person.code(inOne));
        assertThat(organizations(userOfOne)).containsExactly(one);
        assertThat(userOfOne.get("/api/user").id())
                .isNotEqualTo(userOfOther.get("/api/user").id());
    }

    /** A user who gives himself an address that was invited, or will be, has nothing of it. */
    private void labelChanged(String first, String second) {
        var wanted = address();
        var pending = Ledger.made(Person.invite(owner, other, role(other, second), wanted));
        var user = Person.member(owner, one, role(one, first), address());
        relabel(user, wanted);

        assertThat(organizations(user)).containsExactly(one);
        assertPending(owner.get("/api/memberships/" + pending.id()));
        assertThat(Person.accept(user, "unknown" + wanted).status()).isEqualTo(404);
        assertThat(owner.delete("/api/memberships/" + pending.id()).status()).isEqualTo(204);
        assertPending(Ledger.made(Person.invite(owner, other, role(other, second), wanted)));
        assertThat(organizations(user)).containsExactly(one);
        assertThat(user.get("/api/user").attribute("email").asString()).isEqualTo(wanted);
    }

    @Test
    void answersTheSameForKnownAndUnknownAddresses() {
        var known = address();
        Person.member(owner, one, role(one, "read_only"), known);
        var role = role(other, "read_only");
        var ofKnown = Ledger.made(Person.invite(owner, other, role, known));
        var ofUnknown = Ledger.made(Person.invite(owner, other, role, address()));

        assertThat(shape(ofKnown.json(), "")).isEqualTo(shape(ofUnknown.json(), ""));
        assertThat(ofKnown.attribute("user_first_name")).isEqualTo(ofUnknown.attribute("user_first_name"));
        assertThat(ofKnown.headers().map().keySet())
                .isEqualTo(ofUnknown.headers().map().keySet());
    }

    @Test
    void admitsNobodyTwiceAndLeavesTheLinkToOthers() {
        var user = Person.member(owner, one, role(one, "read_only"), address());
        var second = Ledger.made(Person.invite(owner, one, role(one, "admin"), address()));
        var code = Person.code(second);

        var refused = Person.accept(user, code);
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("ALREADY_MEMBER");
        assertPending(owner.get("/api/memberships/" + second.id()));
        assertThat(organizations(Person.newcomer(owner, code))).containsExactly(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Bearer e30.e30.e30", "Basic eDp5", "Bearer "})
    void leavesTheLinkUnusedWhenTheTokenIsBad(String header) {
        var invited = Ledger.made(Person.invite(owner, one, role(one, "read_only"), address()));
        var code = Person.code(invited);
        var refused = owner.withoutToken()
                .send(
                        "POST",
                        "/activate",
                        "code=" + code,
                        Map.of("Content-Type", "application/x-www-form-urlencoded", "Authorization", header));

        assertThat(refused.status()).as(refused.text()).isEqualTo(401);
        assertPending(owner.get("/api/memberships/" + invited.id()));
        assertThat(Person.accept(owner.withoutToken(), code).status()).isEqualTo(200);
    }

    @Test
    void admitsNoApp() {
        var robot = ledger.integration(one, ledger.role(one, "admin"));
        var invited = Ledger.made(Person.invite(owner, one, role(one, "read_only"), address()));
        var refused = Person.accept(robot, Person.code(invited));

        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertPending(owner.get("/api/memberships/" + invited.id()));
    }

    /** An address is written into logs, and a code there would be read by others. */
    @Test
    void takesTheCodeFromTheBodyAlone() {
        var invited = Ledger.made(Person.invite(owner, one, role(one, "read_only"), address()));
        var code = Person.code(invited);
        for (var form : List.of(Map.of("code", code), Map.of("code", ""), Map.<String, String>of())) {
            var refused = owner.withoutToken().form("/activate?code=" + code, form);
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("BAD_REQUEST");
        }
        assertPending(owner.get("/api/memberships/" + invited.id()));
        assertThat(Person.accept(owner.withoutToken(), code).status()).isEqualTo(200);
    }

    /** The page of a browser: the same link, without a token. */
    @Test
    void admitsWhoPressesTheButton() {
        var invited = Ledger.made(Person.invite(owner, one, role(one, "read_only"), address()));
        var form = Map.of("code", Person.code(invited));
        var page = owner.withoutToken().form("/activate", form);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("id=\"client_secret\"");
        assertThat(owner.withoutToken().form("/activate", form).status()).isEqualTo(404);
    }

    /**
     * The new owner is named by the address that the organization invited, whatever users call themselves, and is an
     * admin already: whoever may invite chooses the address, but gives no more than they have.
     */
    @Test
    void handsOverToTheInvitedAddressAlone() {
        var organization = ledger.organization("Handed over");
        var role = ledger.role(organization, "read_only");
        var heir = address();
        var joined = Ledger.made(Person.invite(owner, organization, role, heir));
        Person.newcomer(owner, Person.code(joined));
        var impostor = Person.member(owner, organization, role, address());
        relabel(impostor, heir);
        var stranger = address();
        relabel(Person.member(owner, one, role(one, "read_only"), address()), stranger);

        for (var nobody : List.of(stranger, "nobody@example.com")) {
            assertThat(handOver(organization, nobody).status()).isEqualTo(422);
        }
        var pending = address();
        Ledger.made(Person.invite(owner, organization, role, pending));
        assertThat(handOver(organization, pending).status()).isEqualTo(422);
        var noAdmin = handOver(organization, heir);
        assertThat(noAdmin.status()).as(noAdmin.text()).isEqualTo(422);
        assertThat(noAdmin.text()).contains("/data/attributes/new_owner_email", "admin role");
        assignRole(joined, ledger.role(organization, "admin"));
        assertThat(handOver(organization, heir.toUpperCase(Locale.ROOT)).status())
                .isEqualTo(202);

        var owners =
                owner.get("/api/organizations/" + organization + "/memberships?filter%5Bq%5D%5Bowner_true%5D=true");
        assertThat(owners.data().size()).isEqualTo(1);
        assertThat(owners.data().at("/0/attributes/user_email").asString()).isEqualTo(heir);
    }

    /** The log names a member by what the organization knows, and not by what they call themselves. */
    @Test
    void namesMembersInTheLogByTheInvitedAddress() {
        var organization = ledger.organization("Logged");
        var address = address();
        var member = Person.member(owner, organization, ledger.role(organization, "admin"), address);
        relabel(member, "owner-of-everything@example.com");
        new Ledger(member).customer(organization, "By a member");

        var entry = logged(member.get("/api/user").id(), "customer.registered").path(0);
        assertThat(entry.at("/attributes/actor/name").asString()).isEqualTo(address);
        var own = member.get("/api/memberships?filter%5Bq%5D%5Buser_email_eq%5D=" + address);
        assertThat(own.data().size()).isEqualTo(1);
    }

    /** A user of no organization sees and changes nothing but himself, and can come back by an invitation. */
    @Test
    void leavesWhoIsNoMemberAnyMoreHimselfAlone() {
        var organization = ledger.organization("Left");
        var role = ledger.role(organization, "admin");
        var invited = Ledger.made(Person.invite(owner, organization, role, address()));
        var user = Person.newcomer(owner, Person.code(invited));
        assertThat(owner.delete("/api/memberships/" + invited.id()).status()).isEqualTo(204);

        for (var path : List.of(
                "organizations",
                "memberships",
                "api_credentials",
                "api_permissions",
                "versions",
                "audit_events",
                "audit_events/export",
                "audit_events/verification",
                "secret_expiries",
                "organizations/" + organization,
                "credential_policy",
                "dashboard_apps",
                "users")) {
            assertRefused(user.get("/api/" + path), path);
        }
        assertRefused(
                user.post("/api/organizations", Json.document("organizations", Map.of("name", "New"))), "founding");
        assertThat(user.get("/api/user").status()).isEqualTo(200);
        assertThat(user.get("/api/user/versions").status()).isEqualTo(200);
        relabel(user, address());
    }

    /** A token from before opens nothing of the organization, though it shows who accepts; a new one does. */
    @Test
    void opensAnOrganizationAgainToNewTokensAlone() {
        var organization = ledger.organization("Left and joined");
        var role = ledger.role(organization, "admin");
        var invited = Ledger.made(Person.invite(owner, organization, role, address()));
        var shown = Person.accept(owner.withoutToken(), Person.code(invited));
        var before = token(shown.json().path("meta"));
        var asking = ledger.registered(organization, role);
        assertThat(organizations(bearing(before))).containsExactly(organization);
        assertThat(isActive(asking, before)).isTrue();
        assertThat(owner.delete("/api/memberships/" + invited.id()).status()).isEqualTo(204);
        assertThat(isActive(asking, before)).isFalse();

        var again = Ledger.made(Person.invite(owner, organization, role, address()));
        assertThat(Person.accept(bearing(before), Person.code(again)).status()).isEqualTo(200);
        assertRefused(bearing(before).get("/api/organizations/" + organization), "by an old token");
        assertThat(isActive(asking, before)).isFalse();
        var after = token(shown.json().path("meta"));
        assertThat(organizations(bearing(after))).containsExactly(organization);
        assertThat(isActive(asking, after)).isTrue();
    }

    /** An invitation lives no longer than the right to send it. */
    @TestFactory
    List<DynamicTest> admitsNobodyByALinkWhoseSenderCouldSendItNoMore() {
        return List.of(
                dynamicTest(
                        "member removed",
                        () -> voided(
                                404,
                                (member, organization) -> assertThat(owner.delete("/api/memberships/" + member.id())
                                                .status())
                                        .isEqualTo(204))),
                dynamicTest(
                        "member demoted",
                        () -> voided(
                                200,
                                (member, organization) -> assignRole(member, ledger.role(organization, "read_only")))));
    }

    /** Who may read everything still covers the rights of a reader. */
    private void voided(int ofReader, BiConsumer<Answer, String> end) {
        var organization = ledger.organization("Sender ends");
        var admin = ledger.role(organization, "admin");
        var joined = Ledger.made(Person.invite(owner, organization, admin, address()));
        var sender = Person.newcomer(owner, Person.code(joined));
        var backdoor = Ledger.made(Person.invite(sender, organization, admin, address()));
        var reader =
                Ledger.made(Person.invite(sender, organization, ledger.role(organization, "read_only"), address()));

        end.accept(joined, organization);

        var refused = Person.accept(owner.withoutToken(), Person.code(backdoor));
        assertThat(refused.status()).as(refused.text()).isEqualTo(404);
        assertPending(owner.get("/api/memberships/" + backdoor.id()));
        assertThat(Person.accept(owner.withoutToken(), Person.code(reader)).status())
                .isEqualTo(ofReader);
        var resent = owner.post("/api/memberships/" + backdoor.id() + "/resend", "{}");
        assertThat(organizations(Person.newcomer(owner, Person.code(resent)))).containsExactly(organization);
    }

    @Test
    void admitsNobodyByALinkOfAnAppThatIsDisabled() {
        var organization = ledger.organization("App ends");
        var admin = ledger.role(organization, "admin");
        var app = ledger.registered(organization, admin);
        var robot = owner.withoutToken()
                .authenticated(
                        app.attribute("client_id").asString(),
                        app.attribute("client_secret").asString());
        var pending = Ledger.made(Person.invite(robot, organization, admin, address()));
        var disabled = owner.patch(
                "/api/app_registrations/" + app.id(),
                Json.document("app_registrations", app.id(), Map.of("_disable", true), Map.of()));
        assertThat(disabled.status()).as(disabled.text()).isEqualTo(200);

        assertThat(Person.accept(owner.withoutToken(), Person.code(pending)).status())
                .isEqualTo(404);
        assertPending(owner.get("/api/memberships/" + pending.id()));
    }

    /** A personal app is listed where its user is a member, and its later life is no business of others. */
    @Test
    void showsAPersonalAppToNoOrganizationThatItsUserLeft() {
        var first = ledger.organization("First to invite");
        var invited = Ledger.made(Person.invite(owner, first, ledger.role(first, "read_only"), address()));
        var meta =
                Person.accept(owner.withoutToken(), Person.code(invited)).json().path("meta");
        var clientId = meta.path("client_id").asString();
        var user = bearing(token(meta));
        var second = Ledger.made(Person.invite(owner, other, ledger.role(other, "read_only"), address()));
        assertThat(Person.accept(user, Person.code(second)).status()).isEqualTo(200);
        var row = owner.get("/api/app_registrations?filter%5Bq%5D%5Bclient_id_eq%5D=" + clientId);
        var app = row.data().at("/0/id").asString();
        assertThat(shown(app)).containsOnly(1);

        assertThat(owner.delete("/api/memberships/" + invited.id()).status()).isEqualTo(204);
        assertThat(shown(app)).containsOnly(0);
        for (var path : List.of(
                "api_credentials/" + app,
                "app_registrations/" + app,
                "app_registrations/" + app + "/client_secrets",
                "token_lifetimes/" + app)) {
            assertThat(owner.get("/api/" + path).status()).as(path).isEqualTo(404);
        }
        var told = owner.get("/api/audit_events?filter%5Bq%5D%5Bapp_id_eq%5D=" + app)
                .data()
                .size();
        var added = user.post(
                "/api/app_registrations/" + app + "/client_secrets",
                Json.document("client_secrets", Map.of("name", "Mine alone", "effective_duration", "P1Y")));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(shown(app)).containsOnly(0);
        assertThat(owner.get("/api/audit_events?filter%5Bq%5D%5Bapp_id_eq%5D=" + app)
                        .data()
                        .size())
                .isEqualTo(told);

        var third = Ledger.made(Person.invite(owner, first, ledger.role(first, "read_only"), address()));
        assertThat(Person.accept(user, Person.code(third)).status()).isEqualTo(200);
        assertThat(shown(app)).containsExactly(1, 1, 1, 2);
    }

    /** How many rows of the app the owner sees: in both faces, of lifetimes, and of ends of its secrets. */
    private List<Integer> shown(String app) {
        return List.of(
                        "api_credentials?filter%5Bq%5D%5Bid_eq%5D=",
                        "app_registrations?filter%5Bq%5D%5Bid_eq%5D=",
                        "token_lifetimes?filter%5Bq%5D%5Bid_eq%5D=",
                        "secret_expiries?filter%5Bapp_id%5D=")
                .stream()
                .map(list -> owner.get("/api/" + list + app).data().size())
                .toList();
    }

    private String token(JsonNode app) {
        return owner.withoutToken()
                .token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        app.path("client_id").asString(),
                        "client_secret",
                        app.path("client_secret").asString()))
                .json()
                .path("access_token")
                .asString();
    }

    private Client bearing(String token) {
        return Client.bearing(owner.server(), token);
    }

    private boolean isActive(Answer asking, String token) {
        var form = Map.of(
                "client_id", asking.attribute("client_id").asString(),
                "client_secret", asking.attribute("client_secret").asString(),
                "token", token);
        return owner.withoutToken()
                .form("/oauth/introspect", form)
                .json()
                .path("active")
                .asBoolean();
    }

    @Test
    void endsAUserWithAppAndMemberships() {
        var user = Person.member(owner, one, role(one, "read_only"), address());
        var address = address();
        var invited = Ledger.made(Person.invite(owner, other, role(other, "admin"), address));
        assertThat(Person.accept(user, Person.code(invited)).status()).isEqualTo(200);

        var id = user.get("/api/user").id();
        assertThat(user.delete("/api/user").status()).isEqualTo(204);
        assertThat(user.get("/api/user").status()).isEqualTo(401);
        assertThat(owner.get("/api/memberships/" + invited.id()).status()).isEqualTo(404);
        assertThat(logged(id, "membership.removed").size()).isEqualTo(2);
        assertThat(logged(id, "membership.removed").toString()).contains(invited.id());
        assertThat(logged(id, "app.deleted").size()).isEqualTo(1);
        assertThat(logged(id, "user.deleted").size()).isEqualTo(1);
        Ledger.made(Person.invite(owner, other, role(other, "admin"), address));
    }

    @Test
    void keepsAnOwnerUntilTheyHandOver() {
        var founder = Person.member(owner, one, role(one, "read_only"), address());
        new Ledger(founder).organization("Founded");
        var refused = founder.delete("/api/user");

        assertThat(refused.code()).as(refused.text()).isEqualTo("LOCKED");
        assertThat(founder.get("/api/user").status()).isEqualTo(200);
    }

    @Test
    void endsNoApp() {
        var robot = ledger.integration(one, ledger.role(one, "admin"));
        assertThat(robot.delete("/api/user").status()).isEqualTo(403);
    }

    /** What the owner reads of what somebody did. */
    private JsonNode logged(String actor, String type) {
        return owner.get("/api/audit_events?filter[q][actor_id_eq]=%s&filter[q][type_eq]=%s"
                        .formatted(actor, type)
                        .replace("[", "%5B")
                        .replace("]", "%5D"))
                .data();
    }

    private Answer handOver(String organization, String address) {
        return owner.patch(
                "/api/organizations/" + organization + "/transfer_ownership",
                Json.document("organizations", organization, Map.of("new_owner_email", address), Map.of()));
    }

    private void assignRole(Answer membership, String role) {
        var changed = owner.patch(
                "/api/memberships/" + membership.id(),
                Json.document("memberships", membership.id(), Map.of(), Map.of("role", new Json.Ref("roles", role))));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    private static void relabel(Client user, String address) {
        var id = user.get("/api/user").id();
        var answer = user.patch("/api/user", Json.document("users", id, Map.of("email", address), Map.of()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static void assertPending(Answer membership) {
        assertThat(membership.attribute("status").asString(""))
                .as(membership.text())
                .isEqualTo("pending");
    }

    private static void assertRefused(Answer answer, String what) {
        assertThat(answer.status()).as(what + answer.text()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate")).as(what).contains("error=\"insufficient_scope\"");
    }

    private static Set<String> organizations(Client user) {
        var ids = new TreeSet<String>();
        user.get("/api/organizations")
                .data()
                .forEach(each -> ids.add(each.path("id").asString()));
        return ids;
    }

    private String role(String organization, String kind) {
        return kind.equals("custom")
                ? Ledger.made(owner.post(
                                "/api/roles",
                                Json.document(
                                        "roles",
                                        null,
                                        Map.of("name", "Clerks"),
                                        Map.of("organization", new Json.Ref("organizations", organization)))))
                        .id()
                : ledger.role(organization, kind);
    }

    private static String address() {
        return "person" + ++serial + "@invited.example";
    }

    /** The members of a document with their types, without the values. */
    private static Set<String> shape(JsonNode node, String path) {
        var members = new TreeSet<String>();
        node.properties().forEach(member -> {
            var name = path + "/" + member.getKey();
            members.add(name + " " + member.getValue().getNodeType());
            members.addAll(shape(member.getValue(), name));
        });
        return members;
    }
}
