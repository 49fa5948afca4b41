package io.keyledger.kernel;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The one source of randomness: ids, client ids, secrets, token ids and one-time codes are drawn here. */
public final class Randomness {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 10;

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

    /** So many letters and digits, each drawn evenly (5.95 bits a character). */
    public String text(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(source.nextInt(ALPHABET.length())));
        }
        return text.toString();
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
