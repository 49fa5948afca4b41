package io.keyledger.kernel.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.Randomness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** What a scanner finds by the published expression and the checksum. */
class SecretFormatProperties {
    private static final Pattern PATTERN = Pattern.compile(SecretFormat.PATTERN);
    private static final int LENGTH = 60;
    private static final int CHUNK = 1 << 20;

    /** How much random text is looked through; 1024 for the whole proof. */
    private static final int MEGABYTES = Integer.getInteger("keyledger.random-text-mb", 16);

    @Property
    void everySecretIsFoundWhereverItStands(@ForAll long seed, @ForAll String before, @ForAll String after) {
        var secret = secret(new Random(seed));

        assertThat(found(before + secret + after)).contains(secret);
        assertThat(found("\"" + secret + "\",")).containsExactly(secret);
        assertThat(secret).hasSize(LENGTH);
    }

    @Property
    void everySecretIsFoundInAnEncodedAddress(@ForAll long seed) {
        var secret = secret(new Random(seed));

        assertThat(SecretFormat.allIn("https://a.example/?s=" + secret.replace("_", "%5F")))
                .containsExactly(secret);
        assertThat(SecretFormat.allIn("s=" + secret.replace("_", "%5f") + "&t=1"))
                .containsExactly(secret);
    }

    @Property
    void oneOtherCharacterIsRefused(
            @ForAll long seed,
            @ForAll @IntRange(max = LENGTH - 1) int place,
            @ForAll @CharRange(from = ' ', to = 'ÿ') char other) {
        var secret = secret(new Random(seed));
        Assume.that(secret.charAt(place) != other);

        var misspelt = secret.substring(0, place) + other + secret.substring(place + 1);

        assertThat(SecretFormat.isWellFormed(misspelt)).isFalse();
    }

    @Property
    void twoCharactersInTheWrongOrderAreRefused(@ForAll long seed, @ForAll @IntRange(max = LENGTH - 2) int place) {
        var secret = secret(new Random(seed));
        var letters = new StringBuilder(secret);
        letters.setCharAt(place, secret.charAt(place + 1));
        letters.setCharAt(place + 1, secret.charAt(place));
        Assume.that(!letters.toString().equals(secret));

        assertThat(SecretFormat.isWellFormed(letters.toString())).isFalse();
    }

    @Property
    void aTextOfTheSameFormIsNoSecret(
            @ForAll
                    @StringLength(49)
                    @CharRange(from = 'a', to = 'z')
                    @CharRange(from = 'A', to = 'Z')
                    @CharRange(from = '0', to = '9')
                    String random) {
        assertThat(found("klsec_live_" + random)).isEmpty();
    }

    @Example
    void theReadmeTellsTheExpression() throws IOException {
        assertThat(Files.readString(Path.of("..", "..", "README.md"))).contains('`' + SecretFormat.PATTERN + '`');
    }

    @Example
    void findsNothingInRandomText() {
        var random = new Random(20260301);
        var bytes = new byte[CHUNK];
        for (int i = 0; i < MEGABYTES; i++) {
            random.nextBytes(bytes);
            var text = new StringBuilder(CHUNK);
            for (var value : bytes) {
                text.append((char) (' ' + (value & 0xff) % 95));
            }
            assertThat(found(text.toString())).isEmpty();
        }
    }

    private static String secret(Random random) {
        var mode = random.nextBoolean() ? "live" : "test";
        return SecretFormat.assemble(mode, new Randomness(random).text(SecretFormat.RANDOM_LENGTH));
    }

    private static List<String> found(String text) {
        return PATTERN.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(SecretFormat::isWellFormed)
                .toList();
    }
}
