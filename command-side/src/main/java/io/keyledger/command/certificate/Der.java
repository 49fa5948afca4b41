package io.keyledger.command.certificate;

import java.util.HexFormat;

/**
 * One value of a DER encoding (X.690), by tag and length only: an upload is classified before it is given to a parser.
 * Never recursive, never copies the encoding.
 */
final class Der {
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_ID = 0x06;
    static final int SEQUENCE = 0x30;
    static final int VERSION = 0xA0;

    private static final int LONG_FORM = 0x80;
    private static final int LONGEST_LENGTH = 4;

    private final byte[] bytes;
    private final int tag;
    private final int begin;
    private final int end;

    private Der(byte[] bytes, int tag, int begin, int end) {
        this.bytes = bytes;
        this.tag = tag;
        this.begin = begin;
        this.end = end;
    }

    /** The value that begins the bytes. */
    static Der first(byte[] bytes) {
        return at(bytes, 0, bytes.length);
    }

    /** The value that begins the content of this one. */
    Der child() {
        return at(bytes, begin, end);
    }

    /** The value after this one, inside the same parent. */
    Der next(Der parent) {
        return at(bytes, end, parent.end);
    }

    boolean is(int wanted) {
        return tag == wanted;
    }

    boolean isEmpty() {
        return begin == end;
    }

    int length() {
        return end - begin;
    }

    /** Where in the whole encoding its content ends. */
    int end() {
        return end;
    }

    /** The value that begins after so many bytes of the content. */
    Der inside(int skipped) {
        return at(bytes, begin + skipped, end);
    }

    /** Bit length of the content as an unsigned number. */
    int bits() {
        var at = begin;
        while (at < end && bytes[at] == 0) {
            at++;
        }
        return at == end ? 0 : (end - at) * Byte.SIZE - (Integer.numberOfLeadingZeros(bytes[at] & 0xFF) - 24);
    }

    String hex() {
        return HexFormat.of().formatHex(bytes, begin, end);
    }

    private static Der at(byte[] bytes, int from, int limit) {
        if (from + 2 > limit) {
            throw UploadRefusals.unreadable("the encoding ends too early");
        }
        var tag = bytes[from] & 0xFF;
        var length = bytes[from + 1] & 0xFF;
        var begin = from + 2;
        if (length >= LONG_FORM) {
            var count = length - LONG_FORM;
            if (count == 0 || count > LONGEST_LENGTH || begin + count > limit) {
                throw UploadRefusals.unreadable("the encoding is not DER");
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = (length << 8) | (bytes[begin++] & 0xFF);
            }
        }
        if (length < 0 || length > limit - begin) {
            throw UploadRefusals.unreadable("the encoding ends too early");
        }
        return new Der(bytes, tag, begin, begin + length);
    }
}
