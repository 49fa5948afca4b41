package io.keyledger.command.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds private keys in whatever is sent in the place of a certificate: by labels of PEM and of other tools, by the
 * members of a JWK (RFC 7517) or of XML, and by their structure, as bytes or in base64 or hexadecimal, also when one
 * is in the other. Words that stand anywhere tell nothing.
 */
final class PrivateKeys {
    /** Bytes or characters that are looked at: twice the largest upload, so that base64 of one fits. */
    private static final int MOST = 2 * Upload.LARGEST;
    /** How often an encoding is looked for in another. */
    private static final int DEPTH = 2;

    private static final Pattern LABEL = Pattern.compile(
            "--\\s{0,8}BEGIN\\s[^-\\r\\n]{0,64}PRIVATE\\s{1,8}KEY"
                    + "|PuTTY-User-Key-File-[0-9]"
                    + "|Proc-Type:\\s{0,8}4,\\s{0,8}ENCRYPTED"
                    + "|Private-Key:\\s{0,8}\\([0-9]"
                    + "|Private-Key:\\s{1,8}priv:",
            Pattern.CASE_INSENSITIVE);

    /** A letter as JSON may write it. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

    private static final Pattern XML = Pattern.compile("<RSAKeyValue");
    private static final Pattern XML_SECRET = Pattern.compile("<(D|InverseQ)>");

    private static final Pattern JWK = Pattern.compile("[\"']kty[\"']\\s*:");
    private static final Pattern JWK_SECRET = Pattern.compile("[\"'](d|k|p|q|dp|dq|qi|oth|priv)[\"']\\s*:\\s*[\"'\\[]");
    private static final Pattern LONE_SECRET = Pattern.compile("[\"'](d|k)[\"']\\s*:\\s*[\"'][A-Za-z0-9_-]{16}");

    private static final String OPENSSH = "openssh-key-v1\0";
    /** Of a Java key store, and of its successor JCEKS. */
    private static final List<Integer> KEY_STORES = List.of(0xFEEDFEED, 0xCECECECE);

    /** Base64 with its line breaks, also as they stand in JSON; words around it may be in the same run. */
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/\\s\\\\]{24,}+|[A-Za-z0-9_-]{24,}+");

    private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9+/_-]{40}");
    private static final Pattern HEX_MARKS = Pattern.compile("(?i)0x|\\\\x|[\\s:,;-]");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{24,}+");

    /** What each sequence of DER begins with, in base64. */
    private static final char SEQUENCE = 'M';
    /** Characters that show the kind of a key: its head, and up to what follows the parameters of its algorithm. */
    private static final int HEAD = 16;

    private static final int FULL = 2400;

    private PrivateKeys() {}

    /** Whether the bytes hold one; of more than 128 KiB those are looked at. */
    static boolean areIn(byte[] bytes) {
        return areIn(bytes.length > MOST ? Arrays.copyOf(bytes, MOST) : bytes, DEPTH);
    }

    /** The same of a text. */
    static boolean areIn(String text) {
        return areIn(text.substring(0, Math.min(text.length(), MOST)), DEPTH);
    }

    private static boolean areIn(byte[] bytes, int depth) {
        var structure = new KeyStructure(bytes);
        if (isKeyStore(bytes)
                || IntStream.range(0, bytes.length)
                        .anyMatch(at -> bytes[at] == Der.SEQUENCE && structure.beginsAt(at))) {
            return true;
        }
        var text = new String(bytes, ISO_8859_1);
        // ASCII in UTF-16 and UTF-32 has zeros between its letters
        return text.contains(OPENSSH) || areIn(text.replace("\0", ""), depth);
    }

    private static boolean isKeyStore(byte[] bytes) {
        return bytes.length > Integer.BYTES
                && KEY_STORES.contains(ByteBuffer.wrap(bytes).getInt());
    }

    private static boolean areIn(String text, int depth) {
        return LABEL.matcher(text).find()
                || (XML.matcher(text).find() && XML_SECRET.matcher(text).find())
                || isJwk(text.replace("\\", ""))
                || beginsInBase64(text)
                || (depth > 0 && decoded(text).stream().anyMatch(inner -> areIn(inner, depth - 1)))
                || (depth > 0 && ESCAPE.matcher(text).find() && areIn(withoutEscapes(text), depth - 1));
    }

    private static String withoutEscapes(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(Character.toString((char) HexFormat.fromHexDigits(escape.group(1)))));
    }

    private static boolean isJwk(String text) {
        return LONE_SECRET.matcher(text).find()
                || (JWK.matcher(text).find() && JWK_SECRET.matcher(text).find());
    }

    /** Wherever in a text, since what stands before it may be letters too. */
    private static boolean beginsInBase64(String text) {
        for (int at = text.indexOf(SEQUENCE); at >= 0; at = text.indexOf(SEQUENCE, at + 1)) {
            if (KeyStructure.mayBegin(Base64Run.decoded(text, at, HEAD))
                    && new KeyStructure(Base64Run.decoded(text, at, FULL)).beginsAt(0)) {
                return true;
            }
        }
        return false;
    }

    /** What the text holds in base64 and in hexadecimal. */
    private static List<byte[]> decoded(String text) {
        var decoded = new ArrayList<byte[]>();
        for (var run = RUN.matcher(text); run.find(); ) {
            var word = LONG_WORD.matcher(run.group());
            decoded.add(Base64Run.decoded(
                    run.group(), word.find() ? word.start() : 0, run.group().length()));
        }
        for (var run = HEX.matcher(HEX_MARKS.matcher(text).replaceAll("")); run.find(); ) {
            var digits = run.group();
            decoded.add(HexFormat.of().parseHex(digits, 0, digits.length() & ~1));
            decoded.add(HexFormat.of().parseHex(digits, 1, 1 + ((digits.length() - 1) & ~1)));
        }
        return decoded;
    }

    /** Base64 of both alphabets (RFC 4648 sections 4 and 5), read from anywhere in a text. */
    private static final class Base64Run {
        private static final int END = -1;
        private static final int SKIPPED = -2;
        private static final int BITS = 6;

        /** The bytes of at most so many characters from there; white space and what stands for it in JSON is left out. */
        static byte[] decoded(String text, int from, int most) {
            var bytes = new ByteArrayOutputStream();
            var bits = 0;
            var count = 0;
            var taken = 0;
            for (int at = from; at < text.length() && taken < most; at++) {
                var value = value(text, at);
                if (value == END) {
                    break;
                }
                if (value != SKIPPED) {
                    taken++;
                    bits = (bits << BITS) | value;
                    count += BITS;
                    if (count >= Byte.SIZE) {
                        count -= Byte.SIZE;
                        bytes.write(bits >> count);
                        bits &= (1 << count) - 1;
                    }
                }
            }
            return bytes.toByteArray();
        }

        private static int value(String text, int at) {
            var letter = text.charAt(at);
            if (letter >= 'A' && letter <= 'Z') {
                return letter - 'A';
            }
            if (letter >= 'a' && letter <= 'z') {
                return isEscape(text, at) ? SKIPPED : letter - 'a' + 26;
            }
            if (letter >= '0' && letter <= '9') {
                return letter - '0' + 52;
            }
            return switch (letter) {
                case '+', '-' -> 62;
                case '/', '_' -> 63;
                case '\\', ' ', '\t', '\r', '\n' -> SKIPPED;
                default -> END;
            };
        }

        /** The letter of {@code \n} and {@code \r}. */
        private static boolean isEscape(String text, int at) {
            return at > 0
                    && text.charAt(at - 1) == '\\'
                    && (text.charAt(at) == 'n' || text.charAt(at) == 'r' || text.charAt(at) == 't');
        }
    }
}
