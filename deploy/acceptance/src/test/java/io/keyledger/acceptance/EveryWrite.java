package io.keyledger.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.acceptance.Json.Ref;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Every write there is, each once: what is made here is what {@link EveryOperationTest} reads. */
final class EveryWrite {
    private static final Pattern ONE_OF = Pattern.compile("([a-z_]+)/\\{\\w+}");
    private static final Pattern ID_OF = Pattern.compile("\\{([a-z_]+)}");
    private static final Map<String, ?> NOTHING = Map.of();

    private final Client owner;
    private final Ledger ledger;
    private final String organization;
    private final Map<String, Ref> inOrganization;
    private final Map<String, String> ids = new HashMap<>();

    EveryWrite(Client owner) {
        this.owner = owner;
        this.ledger = new Ledger(owner);
        this.organization = ledger.organization("Everything");
        this.inOrganization = Map.of("organization", new Ref("organizations", organization));
        ids.put("organizations", organization);
        ids.put("credential_policies", organization);
    }

    /** The organization in which everything is made. */
    String organization() {
        return organization;
    }

    void make() throws Exception {
        access();
        members();
        customers();
        apps();
        secrets();
        certificates();
        tokens();
    }

    /** Removes everything in an order in which no reference is in the way. */
    void takeApart() {
        delete("app_registrations/{id}/certificates/{id}");
        delete("app_registrations/{id}/client_secrets/{id}");
        delete("app_registrations/{id}");
        delete("api_credentials/{id}");
        delete("customer_groups/{id}");
        delete("customers/{id}");
        delete("memberships/{id}");
        var app = Map.of(
                "type",
                "app_registrations",
                "id",
                ledger.app(organization, "sales_channel", "Stall").id());
        var several = Json.MAPPER.writeValueAsString(Map.of("data", List.of(app)));
        done(owner.post("/api/app_registrations/bulk_delete", several));
    }

    private void access() {
        patch("organizations", Map.of("support_phone", "+39 055"));
        patch("credential_policies", Map.of("max_live_secrets", 9));
        create("roles", Map.of("name", "Clerks"), inOrganization);
        patch("roles", Map.of("name", "Writers"));
        var rights = Map.of("can_create", false, "can_read", true, "can_update", false, "can_destroy", false);
        var permission = new HashMap<String, Object>(rights);
        permission.put("subject", "orders");
        create("permissions", permission, Map.of("role", new Ref("roles", id("roles"))));
        patch("permissions", Map.of("can_update", true));
        var user = owner.get("/api/user");
        var isRoman = user.attribute("time_zone").asString("").equals("Europe/Rome");
        patchAt("/api/user", "users", user.id(), Map.of("time_zone", isRoman ? "Europe/Paris" : "Europe/Rome"));
    }

    private void members() {
        // an address of this organization alone
        var member = organization.toLowerCase(Locale.ROOT) + "@example.com";
        create("memberships", Map.of("user_email", member), inRole("admin"));
        patch("memberships", Map.of("access_scope", "all_access"));
        var resent = done(owner.post("/api/memberships/" + id("memberships") + "/resend", "{}"));
        var link = resent.json().at("/meta/activation_url").asString();
        done(owner.withoutToken().form("/activate", Map.of("code", link.substring(link.indexOf("code=") + 5))));
        var transfer = "/api/organizations/" + organization + "/transfer_ownership";
        patchAt(transfer, "organizations", organization, Map.of("new_owner_email", member));
        leave();
        create("memberships", Map.of("user_email", "leaving@example.com"), inRole("read_only"));
    }

    /** By a user of this organization. */
    private void leave() {
        create("memberships", Map.of("user_email", "ending@example.com"), inRole("read_only"));
        var resent = done(owner.post("/api/memberships/" + id("memberships") + "/resend", "{}"));
        done(Person.newcomer(owner, Person.code(resent)).delete("/api/user"));
    }

    private void customers() {
        create("customers", Map.of("name", "Ada"), inOrganization);
        patch("customers", Map.of("name", "Ada L."));
        create("customer_groups", Map.of("name", "Firsts"), inOrganization);
        patch("customer_groups", Map.of("name", "The firsts"));
    }

    private void apps() {
        create("api_credentials", Map.of("name", "Shop", "kind", "sales_channel"), inOrganization);
        patch("api_credentials", Map.of("name", "Shop window"));
        create("app_registrations", Map.of("name", "Robot"), inRole("admin"));
        patch("app_registrations", Map.of("name", "Robots"));
        post("dashboard_apps/orders/install", "dashboard_apps", NOTHING, inOrganization);
        // tokens of sales channels live longer: from now on there is a violation to read
        patchAt("/api/credential_policy", "credential_policies", organization, Map.of("max_token_lifetime", 7200));
    }

    private void secrets() {
        var secrets = "app_registrations/" + id("app_registrations") + "/client_secrets";
        post(secrets, "client_secrets", Map.of("effective_duration", "P1Y"), Map.of());
        post(secrets + "/" + id("client_secrets") + "/rotate", "client_secrets", NOTHING, Map.of());
        post("leaked_secrets", "leaked_secrets", Map.of("secrets", List.of("klsec_live_unknown")), Map.of());
    }

    private void certificates() throws Exception {
        var certificates = "app_registrations/" + id("app_registrations") + "/certificates";
        var certificate = Map.of("certificate", AppKey.create().pem());
        post(certificates, "certificates", certificate, Map.of());
    }

    /** By an app that may ask for nothing but tokens. */
    private void tokens() {
        var app = ledger.app(organization, "sales_channel", "Kiosk");
        var credentials = app.attribute("client_id").asString() + ":"
                + app.attribute("client_secret").asString();
        var basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
        var issued = oauth("token", "grant_type=client_credentials", basic);
        var token = "token=" + issued.json().path("access_token").asString();
        oauth("introspect", token, basic);
        oauth("revoke", token, basic);
        done(owner.post("/api/app_registrations/" + app.id() + "/revoke_tokens", "{}"));
    }

    private Answer oauth(String endpoint, String form, String basic) {
        var headers = Map.of("Content-Type", "application/x-www-form-urlencoded", "Authorization", basic);
        return done(owner.withoutToken().send("POST", "/oauth/" + endpoint, form, headers));
    }

    private void create(String resource, Map<String, ?> attributes, Map<String, Ref> relationships) {
        post(resource, resource, attributes, relationships);
    }

    /** Later writes and reads use what it makes. */
    private void post(String path, String type, Map<String, ?> attributes, Map<String, Ref> links) {
        var answer = done(owner.post("/api/" + path, Json.document(type, null, attributes, links)));
        if (answer.status() == 201) {
            ids.put(type, answer.id());
        }
    }

    private void patch(String resource, Map<String, ?> attributes) {
        patchAt("/api/" + resource + "/" + id(resource), resource, id(resource), attributes);
    }

    private void patchAt(String path, String type, String id, Map<String, ?> attributes) {
        done(owner.patch(path, Json.document(type, id, attributes, Map.of())));
    }

    private void delete(String path) {
        done(owner.delete("/api/" + address(path)));
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }

    private Map<String, Ref> inRole(String kind) {
        var links = new HashMap<>(inOrganization);
        links.put("role", new Ref("roles", ledger.role(organization, kind)));
        return links;
    }

    /** The address with ids that exist in the place of its variables. */
    String address(String path) {
        var filled = ONE_OF.matcher(path).replaceAll(found -> found.group(1) + "/" + id(found.group(1)));
        return ID_OF.matcher(filled).replaceAll(found -> id(found.group(1)));
    }

    /** One that was made here, else the first that the owner sees. */
    private String id(String resource) {
        return ids.computeIfAbsent(
                resource,
                name -> owner.get("/api/" + name).data().path(0).path("id").asString());
    }
}
