package io.keyledger.kernel;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The one source of randomness: ids, client ids, secrets, token ids and one-time codes are drawn here. */
public final class Randomness {
    private static final int ID_LENGTH = 10;
    private static final int CLIENT_ID_LENGTH = 43;
    private static final int SIX_BITS = 0x3F;
    private static final int SPARE_BYTES = 4;

    private final RandomGenerator source;

    /** Draws from the operating system's generator. */
    public Randomness() {
        this(new SecureRandom());
    }

    /** Draws from the given generator; a seeded one makes tests repeatable. */
    public Randomness(RandomGenerator source) {
        this.source = source;
    }

    /** A fresh id: ten letters and digits, about 59 bits. */
    public String id() {
        return text(ID_LENGTH);
    }

    /** A fresh client id: 43 letters and digits, about 256 bits. */
    public String clientId() {
        return text(CLIENT_ID_LENGTH);
    }

    /** So many letters and digits, each drawn evenly (5.95 bits a character). */
    public String text(int length) {
        var text = new StringBuilder(length);
        while (text.length() < length) {
            // all at once, because every call of the operating system's generator takes its lock
            append(text, bytes(length - text.length() + SPARE_BYTES), length);
        }
        return text.toString();
    }

    /** Six bits have two values too many: they are drawn again, so that no digit is likelier than another. */
    private static void append(StringBuilder text, byte[] drawn, int length) {
        for (var one : drawn) {
            var value = one & SIX_BITS;
            if (value < Base62.RADIX && text.length() < length) {
                text.append(Base62.digit(value));
            }
        }
    }

    /** So many random bytes. */
    public byte[] bytes(int count) {
        var bytes = new byte[count];
        source.nextBytes(bytes);
        return bytes;
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    public double fraction() {
        return source.nextDouble();
    }
}
