package io.keyledger.command.access.web;

import static io.keyledger.kernel.web.Resources.USERS;

import io.keyledger.command.access.Admission;
import io.keyledger.command.resource.EmailAddress;
import io.keyledger.command.resource.PublicAddress;
import io.keyledger.command.secret.ClientSecrets;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.web.Views;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decides how an invited person gets in, and makes the link for him who needs one. */
@Component
class Invitations {
    private final ClientSecrets secrets;
    private final PublicAddress address;
    private final Views views;

    Invitations(ClientSecrets secrets, PublicAddress address, Views views) {
        this.secrets = secrets;
        this.address = address;
        this.views = views;
    }

    /** At once for a user, by a one-time code for anybody else. */
    Entry of(String membershipId, EmailAddress email) {
        var user = views.findBy(USERS, "email", email.value(), 1);
        return user.isEmpty()
                ? byCode(membershipId).entry()
                : new Entry(new Admission.KnownUser(new UserId(user.getFirst().id())), Map.of());
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
