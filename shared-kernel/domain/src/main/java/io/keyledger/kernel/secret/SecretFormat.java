package io.keyledger.kernel.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.keyledger.kernel.Base62;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The form of client secrets: {@code klsec_live_} or {@code klsec_test_}, 43 base62 characters (256 bits), and six base62
 * characters of CRC-32 over all that precedes. Scanners find it by {@link #PATTERN}; a typing mistake is refused without
 * a look-up. Source: DESIGN decision 4.
 */
public final class SecretFormat {
    /**
     * What secret scanners look for: finds every client secret in any text. What it finds and {@link #isWellFormed} refuses
     * is none. Published in the README; never changed, only added to.
     */
    public static final String PATTERN = "klsec_(live|test)_[0-9A-Za-z]{49}";

    /** How many random characters a secret has: 62^43 is just over 2^256. */
    public static final int RANDOM_LENGTH = 43;

    private static final Pattern FOUND = Pattern.compile(PATTERN);
    private static final int HINT_LENGTH = 4;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int LENGTH = "klsec_live_".length() + RANDOM_LENGTH + CHECKSUM_LENGTH;

    private SecretFormat() {}

    /** The secret of a mode ({@code live} or {@code test}) made of so many random base62 characters. */
    public static String assemble(String mode, String random) {
        var body = "klsec_" + mode + "_" + random;
        return body + checksum(body);
    }

    /** Whether the text has the length, prefix and checksum of a secret; says nothing about any app. */
    public static boolean isWellFormed(String text) {
        if (text.length() != LENGTH || !(text.startsWith("klsec_live_") || text.startsWith("klsec_test_"))) {
            return false;
        }
        var body = text.substring(0, LENGTH - CHECKSUM_LENGTH);
        return text.endsWith(checksum(body));
    }

    /** Whether what scanners look for is somewhere in the text, its checksum right or not. */
    public static boolean isIn(String text) {
        return FOUND.matcher(text).find();
    }

    /**
     * All that scanners look for in the text, checksums right or not: a blank, a quote or a name before it is no part. Of an
     * address or a form, where some encoders write the underscore as {@code %5F}, too.
     */
    public static Stream<String> allIn(String text) {
        return FOUND.matcher(text.replace("%5F", "_").replace("%5f", "_"))
                .results()
                .map(MatchResult::group);
    }

    /** The last four characters, by which people tell secrets apart. */
    public static String hint(String secret) {
        return secret.substring(secret.length() - HINT_LENGTH);
    }

    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(US_ASCII));
        var text = new char[CHECKSUM_LENGTH];
        var rest = crc.getValue();
        for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
            text[i] = Base62.digit((int) (rest % Base62.RADIX));
            rest /= Base62.RADIX;
        }
        return new String(text);
    }
}
