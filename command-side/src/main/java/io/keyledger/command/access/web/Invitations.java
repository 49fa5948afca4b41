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

/** Decides how an invited membership becomes active, and makes the activation link of those that need one. */
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

    /**
     * At once when the address is a user's, else by a one-time code; refused when that user has a membership already.
     */
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

    /** A fresh code, and the activation link with it. */
    Coded byCode(String membershipId) {
        var code = secrets.code(membershipId);
        var link = address.issuer() + "/activate?code=" + code.plaintext();
        return new Coded(code.verifier(), Map.of("activation_url", link));
    }

    /** The admission for the command, and the {@code meta} that only this answer shows. */
    record Entry(Admission admission, Map<String, Object> shownOnce) {
        @Override
        public String toString() {
            return "Entry[" + admission + "]";
        }
    }

    /** The keyed hash of a code for the command, and the {@code meta} that only this answer shows. */
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
