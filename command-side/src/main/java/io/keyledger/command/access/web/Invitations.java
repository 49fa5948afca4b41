package io.keyledger.command.access.web;

import static io.keyledger.http.resources.Resources.MEMBERSHIPS;
import static io.keyledger.http.resources.Resources.USERS;

import io.keyledger.command.access.Admission;
import io.keyledger.command.secret.SecretGenerator;
import io.keyledger.command.startup.PublicAddress;
import io.keyledger.command.value.EmailAddress;
import io.keyledger.http.answer.ResourceLookup;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decides how an invited person gets in, and makes the link for him who needs one. */
@Component
class Invitations {
    private final SecretGenerator secrets;
    private final PublicAddress address;
    private final ResourceLookup resources;

    Invitations(SecretGenerator secrets, PublicAddress address, ResourceLookup resources) {
        this.secrets = secrets;
        this.address = address;
        this.resources = resources;
    }

    /** At once for a user, by a one-time code for anybody else; refused for a user who is a member under another address. */
    Entry of(String membershipId, EmailAddress email, OrganizationId organization) {
        var user = resources.findBy(USERS, "email", email.value(), 1);
        if (user.isEmpty()) {
            return byCode(membershipId).entry();
        }
        var userId = user.getFirst().id();
        if (isMember(userId, organization)) {
            throw new RuleViolation(Refusal.ofField("user_email", "taken", "has already been taken"));
        }
        return new Entry(new Admission.KnownUser(new UserId(userId)), Map.of());
    }

    private boolean isMember(String userId, OrganizationId organization) {
        return resources.findBy(MEMBERSHIPS, "user_id", userId, Integer.MAX_VALUE).stream()
                .anyMatch(row -> organization.value().equals(row.organizationId()));
    }

    /** A fresh code, and the link that carries it. */
    Coded byCode(String membershipId) {
        var code = secrets.code(membershipId);
        var link = address.issuer() + "/activate?code=" + code.plaintext();
        return new Coded(code.verifier(), Map.of("activation_url", link));
    }

    /** What the command says, and what the one answer shows. */
    record Entry(Admission admission, Map<String, Object> shownOnce) {
        @Override
        public String toString() {
            return "Entry[" + admission + "]";
        }
    }

    /** A code as the command knows it, and what the one answer shows. */
    record Coded(String verifier, Map<String, Object> shownOnce) {
        Entry entry() {
            return new Entry(new Admission.ByCode(verifier), shownOnce);
        }

        @Override
        public String toString() {
            return "Coded[" + verifier + "]";
        }
    }
}
