package io.keyledger.command.certificate;

import java.util.HexFormat;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells a private key by the head of its structure, wherever in some bytes it begins, and also when its end is cut off:
 * PKCS#1, PKCS#8 (RFC 5958), SEC 1, DSA, PKCS#12.
 */
final class KeyStructure {
    /** 1.2.840.113549.1.7, the types that a PKCS#12 holds. */
    private static final String PKCS7 = "2a864886f70d0107";
    /** By a password: 1.2.840.113549.1.5 and 1.2.840.113549.1.12.1. */
    private static final String PKCS5 = "2a864886f70d0105";

    private static final String PKCS12 = "2a864886f70d010c01";

    private static final int PKCS12_VERSION = 3;
    /** Bytes of the shortest modulus, and of the scalar of a curve. */
    private static final int LEAST_MODULUS = 32;

    private static final int LEAST_SCALAR = 14;
    private static final int MOST_SCALAR = 72;

    private static final int INDEFINITE = 0x80;
    private static final int LONGEST_LENGTH = 4;
    private static final int MEMBER_1 = 0xA1;

    private final byte[] bytes;

    KeyStructure(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether these may be the first bytes of a private key: of a sequence that begins with a version or a sequence. */
    static boolean mayBegin(byte[] head) {
        if (head.length < 2 || head[0] != Der.SEQUENCE) {
            return false;
        }
        var length = head[1] & 0xFF;
        var at = 2 + (length > INDEFINITE ? length - INDEFINITE : 0);
        return at + 2 < head.length
                && (head[at] == Der.SEQUENCE
                        || (head[at] == Der.INTEGER && head[at + 1] == 1 && head[at + 2] <= PKCS12_VERSION));
    }

    /** Whether a private key begins there. */
    boolean beginsAt(int at) {
        var whole = value(at, Integer.MAX_VALUE);
        if (whole == null || whole.tag != Der.SEQUENCE) {
            return false;
        }
        var first = value(whole.begin, whole.end);
        if (first == null) {
            return false;
        }
        if (first.tag == Der.SEQUENCE) {
            return isOf(first, oid -> oid.startsWith(PKCS5) || oid.startsWith(PKCS12))
                    && isOrCut(Der.OCTET_STRING, first.end, whole);
        }
        var second = first.tag == Der.INTEGER && first.length() == 1 ? value(first.end, whole.end) : null;
        return second != null && isPlain(bytes[first.begin], second, whole);
    }

    /** The forms that begin with a version. */
    private boolean isPlain(byte version, Value second, Value whole) {
        return switch (second.tag) {
            case Der.INTEGER ->
                isFirstOrSecond(version) && second.length() >= LEAST_MODULUS && isOrCut(Der.INTEGER, second.end, whole);
            case Der.OCTET_STRING ->
                version == 1
                        && second.length() >= LEAST_SCALAR
                        && second.length() <= MOST_SCALAR
                        && (second.end == whole.end
                                || isOrCut(Der.MEMBER_0, second.end, whole)
                                || isOrCut(MEMBER_1, second.end, whole));
            case Der.SEQUENCE ->
                version == PKCS12_VERSION
                        ? isOf(second, oid -> oid.startsWith(PKCS7))
                        : isFirstOrSecond(version)
                                && isOf(second, oid -> true)
                                && isOrCut(Der.OCTET_STRING, second.end, whole);
            default -> false;
        };
    }

    private static boolean isFirstOrSecond(byte version) {
        return version == 0 || version == 1;
    }

    /** Whether the sequence begins with such an object identifier. */
    private boolean isOf(Value sequence, Predicate<String> type) {
        var oid = value(sequence.begin, sequence.end);
        return oid != null
                && oid.tag == Der.OBJECT_ID
                && oid.end <= bytes.length
                && oid.length() > 0
                && type.test(HexFormat.of().formatHex(bytes, oid.begin, oid.end));
    }

    /** Whether a value of that tag begins there, or would if the bytes went on. */
    private boolean isOrCut(int tag, int at, Value within) {
        return at < within.end && (at >= bytes.length || (bytes[at] & 0xFF) == tag);
    }

    /** The value that begins there; null when there is none that ends within the limit. */
    private @Nullable Value value(int at, int limit) {
        if (at + 2 > bytes.length || at + 2 > limit) {
            return null;
        }
        var length = bytes[at + 1] & 0xFF;
        var begin = at + 2;
        if (length == INDEFINITE) {
            return new Value(bytes[at] & 0xFF, begin, limit);
        }
        if (length > INDEFINITE) {
            var count = length - INDEFINITE;
            if (count > LONGEST_LENGTH || begin + count > bytes.length) {
                return null;
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = (length << 8) | (bytes[begin++] & 0xFF);
            }
        }
        return length < 0 || length > limit - begin ? null : new Value(bytes[at] & 0xFF, begin, begin + length);
    }

    private record Value(int tag, int begin, int end) {
        int length() {
            return end - begin;
        }
    }
}
