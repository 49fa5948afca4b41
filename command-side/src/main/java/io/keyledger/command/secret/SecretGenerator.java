package io.keyledger.command.secret;

import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.app.SecretId;
import io.keyledger.kernel.secret.Pepper;
import io.keyledger.kernel.secret.SecretFormat;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes client secrets and one-time codes. */
@Component
public class SecretGenerator {
    private final Randomness randomness;
    private final Pepper pepper;

    SecretGenerator(Randomness randomness, Pepper pepper) {
        this.randomness = randomness;
        this.pepper = pepper;
    }

    /** A fresh secret of a mode, {@code test} or {@code live}: 256 random bits in the form of {@link SecretFormat}. */
    public FreshSecret create(String mode) {
        return create(mode, new SecretId(randomness.id()));
    }

    /** The same with an id that was chosen before. */
    public FreshSecret create(String mode, SecretId id) {
        var plaintext = SecretFormat.assemble(mode, randomness.text(SecretFormat.RANDOM_LENGTH));
        return new FreshSecret(
                plaintext,
                new HashedSecret(id, SecretFormat.hint(plaintext), pepper.verifier(plaintext), pepper.currentId()));
    }

    /** A fresh code of 256 random bits after the id of the resource it activates. */
    public OneTimeCode code(String id) {
        var plaintext = id + randomness.text(SecretFormat.RANDOM_LENGTH);
        return new OneTimeCode(plaintext, pepper.verifier(plaintext));
    }

    /** The keyed hashes under which a presented code or secret may be stored. */
    public Set<String> verifiers(String code) {
        return pepper.verifiers(code);
    }
}
