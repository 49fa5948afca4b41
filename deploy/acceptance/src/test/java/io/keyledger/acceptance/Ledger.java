package io.keyledger.acceptance;

import io.keyledger.acceptance.Json.Ref;
import io.keyledger.acceptance.Json.Refs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an owner usually does: organizations, apps, roles. */
final class Ledger {
    private final Client caller;

    Ledger(Client caller) {
        this.caller = caller;
    }

    Client caller() {
        return caller;
    }

    /** A new organization; its id. */
    String organization(String name) {
        return made(caller.post("/api/organizations", Json.document("organizations", Map.of("name", name))))
                .id();
    }

    /** The role of a kind (admin, read_only) that came with the organization; its id. */
    String role(String organization, String kind) {
        return caller.get("/api/organizations/" + organization
                        + "/roles?filter[q][kind_eq]=".replace("[", "%5B").replace("]", "%5D") + kind)
                .data()
                .path(0)
                .path("id")
                .asString();
    }

    Answer app(String organization, String kind, String name) {
        return made(caller.post("/api/api_credentials", appDocument(organization, kind, name)));
    }

    /** The document that registers an app with what its kind needs. */
    String appDocument(String organization, String kind, String name) {
        var attributes = new HashMap<String, Object>(Map.of("name", name, "kind", kind, "mode", "live"));
        var relationships = new HashMap<>(Map.of("organization", new Ref("organizations", organization)));
        if (kind.equals("webapp")) {
            attributes.put("redirect_uri", "https://example.com/callback");
        }
        if (kind.equals("integration")) {
            relationships.put("role", new Ref("roles", role(organization, "admin")));
        }
        return Json.document("api_credentials", null, attributes, relationships);
    }

    /** A new customer; its id. */
    String customer(String organization, String name) {
        var links = Map.of("organization", new Ref("organizations", organization));
        return made(caller.post("/api/customers", Json.document("customers", null, Map.of("name", name), links)))
                .id();
    }

    /** The document that makes a group of these customers. */
    String groupDocument(String organization, String name, List<String> customers) {
        var links = Map.of(
                "organization", new Ref("organizations", organization),
                "customers", new Refs("customers", customers));
        return Json.document("customer_groups", null, Map.of("name", name), links);
    }

    /** A client acting as a new integration app with that role. */
    Client integration(String organization, String roleId) {
        var app = registered(organization, roleId);
        return caller.authenticated(
                app.attribute("client_id").asString(),
                app.attribute("client_secret").asString());
    }

    /** An app of the kind integration that acts in the role. */
    Answer registered(String organization, String roleId) {
        return made(caller.post(
                "/api/api_credentials",
                Json.document(
                        "api_credentials",
                        null,
                        Map.of("name", "robot", "kind", "integration", "mode", "live"),
                        Map.of(
                                "organization",
                                new Ref("organizations", organization),
                                "role",
                                new Ref("roles", roleId)))));
    }

    static Answer made(Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError("expected 201: " + answer);
        }
        return answer;
    }
}
