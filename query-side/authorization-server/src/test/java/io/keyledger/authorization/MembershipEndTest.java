package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A token of a user opens no organization that the user has left since it was issued, also when the user is a member
 * again. Source: DESIGN section 2, decision 6.
 */
class MembershipEndTest extends NodeTest {
    /** All in one instant: nothing here depends on the clock. */
    @Test
    void opensNothingOfAnOrganizationThatTheUserLeftAndJoinedAgain() throws Exception {
        var left = ledger.organization("left");
        var other = ledger.organization("other");
        var user = ledger.user("u@example.org");
        var app = ledger.app(other, "user", "live", 7200, null, user);
        var first = ledger.member(left, ledger.role(left, "admin"), user);
        ledger.member(other, ledger.role(other, "read_only"), user);
        settle();
        var before = List.of(form(app).token(), json(app).token());
        before.forEach(token -> assertThat(opened(token)).containsExactlyInAnyOrder(left, other));

        ledger.leaves(first, left, user);
        settle();
        var between = form(app).token();
        before.forEach(token -> assertThat(opened(token)).containsExactly(other));
        var second = ledger.member(left, ledger.role(left, "admin"), user);
        settle();

        before.forEach(token -> assertThat(opened(token)).containsExactly(other));
        assertThat(opened(between)).containsExactlyInAnyOrder(left, other);
        var after = form(app).token();
        assertThat(claims(after).get("iat")).isEqualTo(claims(before.getFirst()).get("iat"));
        assertThat(opened(after)).containsExactlyInAnyOrder(left, other);

        ledger.leaves(second, left, user);
        ledger.member(left, ledger.role(left, "read_only"), user);
        settle();
        for (var token : List.of(before.getFirst(), between, after)) {
            assertThat(opened(token)).containsExactly(other);
        }
        assertThat(opened(form(app).token())).containsExactlyInAnyOrder(left, other);
    }

    @Test
    void isActiveForTheOrganizationsThatItOpensAlone() throws Exception {
        var founder = ledger.organization("founder");
        var other = ledger.organization("later");
        var foreign = ledger.organization("foreign");
        var user = ledger.user("i@example.org");
        var app = ledger.app(founder, "user", "live", 7200, null, user);
        var colleague = ledger.user("c@example.org");
        var ofColleague = ledger.app(founder, "user", "live", 7200, null, colleague);
        var membership = ledger.member(founder, ledger.role(founder, "admin"), user);
        ledger.member(founder, ledger.role(founder, "admin"), colleague);
        ledger.member(other, ledger.role(other, "admin"), user);
        var askingFounder = ledger.app(founder, "integration");
        var askingOther = ledger.app(other, "integration");
        settle();
        var token = form(app).token();
        for (var asking : List.of(app, ofColleague, askingFounder, askingOther)) {
            assertThat(isActive(asking, token)).isTrue();
        }
        assertThat(isActive(ledger.app(foreign, "integration"), token)).isFalse();

        ledger.leaves(membership, founder, user);
        settle();
        assertThat(isActive(askingFounder, token)).isFalse();
        assertThat(isActive(ofColleague, token)).isFalse();
        assertThat(isActive(askingOther, token)).isTrue();
        assertThat(isActive(app, token)).isTrue();
        assertThat(isActive(app, form(askingFounder).token())).isFalse();

        ledger.member(founder, ledger.role(founder, "admin"), user);
        settle();
        assertThat(isActive(askingFounder, token)).isFalse();
        assertThat(isActive(askingFounder, form(app).token())).isTrue();
    }

    private Set<String> opened(String token) {
        var caller = http.get("/api/whoami", "Authorization", "Bearer " + token);
        assertThat(caller.status()).as(caller.text()).isEqualTo(200);
        var opened = new TreeSet<String>();
        caller.json().path("grants").propertyNames().forEach(opened::add);
        return opened;
    }

    private boolean isActive(Ledger.App asking, String token) throws InterruptedException {
        settle();
        return http.form("/oauth/introspect", credentials(asking, "token", token))
                .json()
                .get("active")
                .asBoolean();
    }
}
