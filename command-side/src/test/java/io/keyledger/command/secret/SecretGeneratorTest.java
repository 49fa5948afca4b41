package io.keyledger.command.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.secret.Pepper;
import io.keyledger.kernel.secret.SecretFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretGeneratorTest {
    private final Pepper pepper = new Pepper("p1", Map.of("p1", new byte[32]));
    private final SecretGenerator secrets = new SecretGenerator(new Randomness(), pepper);

    @Test
    void makesSecretsThatScannersFind() {
        var secret = secrets.create("live").plaintext();
        assertThat(secret).startsWith("klsec_live_").matches(SecretFormat.PATTERN);
        assertThat(SecretFormat.isWellFormed(secret)).isTrue();
    }

    @Test
    void makesADifferentOneEachTime() {
        assertThat(secrets.create("test").plaintext())
                .isNotEqualTo(secrets.create("test").plaintext());
    }

    @Test
    void givesTheLedgerOnlyWhatDoesNotTellTheSecret() {
        var fresh = secrets.create("test");
        assertThat(pepper.matches(fresh.plaintext(), "p1", fresh.hashed().verifier()))
                .isTrue();
        assertThat(fresh.plaintext()).endsWith(fresh.hashed().hint());
        assertThat(fresh.hashed().hint()).hasSize(4);
        assertThat(fresh.hashed().toString()).doesNotContain(fresh.plaintext());
    }

    @Test
    void neverPrintsThePlaintext() {
        var fresh = secrets.create("test");
        assertThat("" + fresh)
                .doesNotContain(fresh.plaintext())
                .contains(fresh.hashed().id().value());
    }
}
