package io.keyledger.command.secret;

import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.app.SecretId;
import io.keyledger.kernel.secret.Pepper;
import io.keyledger.kernel.secret.SecretFormat;
import org.springframework.stereotype.Component;

/** Makes client secrets and the one-time codes of invitations. */
@Component
public class ClientSecrets {
    private final Randomness randomness;
    private final Pepper pepper;

    ClientSecrets(Randomness randomness, Pepper pepper) {
        this.randomness = randomness;
        this.pepper = pepper;
    }

    /** A fresh secret of a mode, {@code test} or {@code live}: 256 random bits in the form of {@link SecretFormat}. */
    public FreshSecret create(String mode) {
        var plaintext = SecretFormat.assemble(mode, randomness.text(SecretFormat.RANDOM_LENGTH));
        var id = new SecretId(randomness.id());
        return new FreshSecret(
                plaintext,
                new HashedSecret(id, SecretFormat.hint(plaintext), pepper.verifier(plaintext), pepper.currentId()));
    }
}
