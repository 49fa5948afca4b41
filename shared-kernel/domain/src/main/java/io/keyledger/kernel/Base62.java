package io.keyledger.kernel;

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
        var number = hash.clone();
        var text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(digit(divided(number)));
        }
        return text.toString();
    }

    /** Divides by the radix, in place because every audited change gets an id; returns the remainder. */
    private static int divided(byte[] number) {
        int remainder = 0;
        for (int at = 0; at < number.length; at++) {
            int part = remainder << Byte.SIZE | Byte.toUnsignedInt(number[at]);
            number[at] = (byte) (part / RADIX);
            remainder = part % RADIX;
        }
        return remainder;
    }
}
