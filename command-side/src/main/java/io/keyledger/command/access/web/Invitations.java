package io.keyledger.command.access.web;

import io.keyledger.command.secret.SecretGenerator;
import io.keyledger.http.document.BaseAddress;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the one-time codes of invitations. */
@Component
class Invitations {
    private final SecretGenerator secrets;
    private final BaseAddress address;

    Invitations(SecretGenerator secrets, BaseAddress address) {
        this.secrets = secrets;
        this.address = address;
    }

    /** A fresh code of the membership, and the activation link with it. */
    Coded fresh(String membershipId) {
        var code = secrets.code(membershipId);
        var link = address.value() + "/activate?code=" + code.plaintext();
        return new Coded(code.verifier(), Map.of("activation_url", link));
    }

    /** The keyed hash of a code for the command, and the {@code meta} that only this answer shows. */
    record Coded(String verifier, Map<String, Object> shownOnce) {
        @Override
        public String toString() {
            return "Coded[" + verifier + "]";
        }
    }
}
