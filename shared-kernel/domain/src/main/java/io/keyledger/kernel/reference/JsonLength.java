package io.keyledger.kernel.reference;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long a value is as JSON in UTF-8, without blanks and with the shortest escapes, without writing it. */
final class JsonLength {
    /** A backslash and one character. */
    private static final int SHORT_ESCAPE = 2;

    /** A backslash, the letter u and four digits. */
    private static final int LONG_ESCAPE = 6;

    private JsonLength() {}

    /** In bytes; of maps, collections, text, numbers, booleans and null. */
    static long of(@Nullable Object value) {
        return switch (value) {
            case null -> "null".length();
            case Map<?, ?> object -> ofObject(object);
            case Collection<?> array -> ofArray(array);
            case Number number -> number.toString().length();
            case Boolean either -> either.toString().length();
            default -> ofText(value.toString());
        };
    }

    private static long ofObject(Map<?, ?> object) {
        var length = aroundAndBetween(object.size());
        for (var member : object.entrySet()) {
            length += ofText(String.valueOf(member.getKey())) + ":".length() + of(member.getValue());
        }
        return length;
    }

    private static long ofArray(Collection<?> array) {
        var length = aroundAndBetween(array.size());
        for (var element : array) {
            length += of(element);
        }
        return length;
    }

    /** The brackets and the commas. */
    private static long aroundAndBetween(int elements) {
        return 2L + Math.max(0, elements - 1);
    }

    private static long ofText(String text) {
        return 2L + text.codePoints().mapToLong(JsonLength::ofCharacter).sum();
    }

    private static int ofCharacter(int character) {
        return switch (character) {
            case '"', '\\', '\b', '\t', '\n', '\f', '\r' -> SHORT_ESCAPE;
            default -> {
                if (character < ' ' || isHalfOfAPair(character)) {
                    yield LONG_ESCAPE;
                }
                yield inUtf8(character);
            }
        };
    }

    /** Has no form in UTF-8, so that JSON can only escape it. */
    private static boolean isHalfOfAPair(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static int inUtf8(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return Character.isBmpCodePoint(character) ? 3 : 4;
    }
}
