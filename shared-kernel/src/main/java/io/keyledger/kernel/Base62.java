package io.keyledger.kernel;

import java.math.BigInteger;

/** Numbers in digits, capital and small letters, in this order: what ids, secrets and checksums are written in. */
public final class Base62 {
    /** How many digits there are. */
    public static final int RADIX = 62;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Base62() {}

    /** The digit of a value from 0 to 61. */
    public static char digit(int value) {
        return ALPHABET.charAt(value);
    }

    /** The lowest digits of a hash, read as a number that is not negative, lowest first: a short name for it. */
    public static String shortened(byte[] hash, int length) {
        var radix = BigInteger.valueOf(RADIX);
        var rest = new BigInteger(1, hash);
        var text = new StringBuilder(length);
        while (text.length() < length) {
            var parts = rest.divideAndRemainder(radix);
            text.append(digit(parts[1].intValue()));
            rest = parts[0];
        }
        return text.toString();
    }
}
