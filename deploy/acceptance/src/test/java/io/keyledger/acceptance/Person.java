package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.acceptance.Json.Ref;
import java.util.Map;

/** What invited people do with their links. */
final class Person {
    private static final Map<String, String> AS_DOCUMENT =
            Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", Client.JSON_API);

    private Person() {}

    /** Invites the address; the answer with the link. */
    static Answer invite(Client inviter, String organization, String role, String address) {
        return inviter.post(
                "/api/memberships",
                Json.document(
                        "memberships",
                        null,
                        Map.of("user_email", address),
                        Map.of(
                                "organization", new Ref("organizations", organization),
                                "role", new Ref("roles", role))));
    }

    /** The code in the link that an answer shows. */
    static String code(Answer answer) {
        var link = answer.json().at("/meta/activation_url").asString("");
        assertThat(link).as(answer.text()).contains("/activate?code=");
        return link.substring(link.indexOf("code=") + "code=".length());
    }

    /** Accepts with the token of the client, or, without one, as a new user. */
    static Answer accept(Client by, String code) {
        return by.send("POST", "/activate", "code=" + code, AS_DOCUMENT);
    }

    /** A new user who accepts the invitation, with a token. */
    static Client newcomer(Client anybody, String code) {
        var accepted = accept(anybody.withoutToken(), code);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        return anybody.withoutToken()
                .authenticated(
                        accepted.json().at("/meta/client_id").asString(),
                        accepted.json().at("/meta/client_secret").asString());
    }

    /** A new member of the organization in that role. */
    static Client member(Client inviter, String organization, String role, String address) {
        return newcomer(inviter, code(Ledger.made(invite(inviter, organization, role, address))));
    }
}
