package io.keyledger.command.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One value of a DER encoding (X.690), by tag and length only: an upload is classified before it is given to a parser.
 * Never recursive.
 */
final class Der {
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_ID = 0x06;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    /** Tagged by the number of a member. */
    static final int MEMBER_0 = 0xA0;

    static final int MEMBER_3 = 0xA3;

    private static final int LONG_FORM = 0x80;
    private static final int LONGEST_LENGTH = 4;

    private final byte[] bytes;
    private final int tag;
    private final int start;
    private final int begin;
    private final int end;

    private Der(byte[] bytes, int tag, int start, int begin, int end) {
        this.bytes = bytes;
        this.tag = tag;
        this.start = start;
        this.begin = begin;
        this.end = end;
    }

    /** The value that begins the bytes. */
    static Der first(byte[] bytes) {
        return at(bytes, 0, bytes.length);
    }

    /** The values in the content, which they fill. */
    List<Der> children() {
        var children = new ArrayList<Der>();
        for (int at = begin; at < end; at = children.getLast().end) {
            children.add(at(bytes, at, end));
        }
        return children;
    }

    /** The value that begins after so many bytes of the content. */
    Der inside(int skipped) {
        return at(bytes, begin + skipped, end);
    }

    boolean is(int wanted) {
        return tag == wanted;
    }

    int tag() {
        return tag;
    }

    boolean isEmpty() {
        return begin == end;
    }

    /** Bytes of the content. */
    int length() {
        return end - begin;
    }

    /** Where in the whole encoding its content ends. */
    int end() {
        return end;
    }

    /** The content. */
    byte[] content() {
        return Arrays.copyOfRange(bytes, begin, end);
    }

    /** Tag, length and content. */
    byte[] encoded() {
        return Arrays.copyOfRange(bytes, start, end);
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
            if (count == 0) {
                throw UploadRefusals.unreadable("the encoding is BER of indefinite length, not DER");
            }
            if (count > LONGEST_LENGTH || begin + count > limit) {
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
        return new Der(bytes, tag, from, begin, begin + length);
    }
}
