package io.keyledger.kernel;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a reader can see of a text of one line. Hidden characters make two names look alike, or one look like another:
 * they reverse what follows, or show nothing. Sources: Unicode Technical Standard 39, section 3.1 (default ignorable
 * characters); Unicode Standard Annex 31, section 2.3.1 (joiners).
 */
public final class Legibility {
    private static final int NON_JOINER = 0x200c;
    private static final int JOINER = 0x200d;

    /** Letters, marks and symbols that have no shape: Hangul fillers, Khmer inherent vowels, the empty Braille pattern. */
    private static final Set<Integer> SHAPELESS =
            Set.of(0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2065, 0x2800, 0x3164, 0xffa0);

    /** Scripts in which a joiner between two letters changes their form. */
    private static final Set<UnicodeScript> JOINED = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.BENGALI,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.GUJARATI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.KANNADA,
            UnicodeScript.KHMER,
            UnicodeScript.MALAYALAM,
            UnicodeScript.MANDAIC,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.MYANMAR,
            UnicodeScript.NKO,
            UnicodeScript.ORIYA,
            UnicodeScript.PHAGS_PA,
            UnicodeScript.SINHALA,
            UnicodeScript.SYRIAC,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.TIBETAN);

    private Legibility() {}

    /** Whether it has a letter, digit, punctuation mark or symbol that has a shape. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(Legibility::hasShape);
    }

    /**
     * Whether it has a character that is not seen as such: a control or format character, a line break, a character
     * without shape. A joiner is seen between letters of one script that joins them and between emoji, a variation
     * selector after the character that it selects.
     */
    public static boolean hidesSomething(String text) {
        var characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            var before = i == 0 ? ' ' : characters[i - 1];
            var after = i + 1 == characters.length ? ' ' : characters[i + 1];
            if (isHidden(before, characters[i], after)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHidden(int before, int character, int after) {
        if (character == NON_JOINER) {
            return !joinsLetters(before, after);
        }
        if (character == JOINER) {
            return !joinsLetters(before, after) && !joinsEmoji(before, after);
        }
        if (selectsVariation(character)) {
            return !hasShape(before);
        }
        return SHAPELESS.contains(character)
                || isNoncharacter(character)
                || switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE -> true;
                    default -> false;
                };
    }

    /** Code points that stand for no character and never will. Source: the Unicode Standard, section 23.7. */
    private static boolean isNoncharacter(int codePoint) {
        return (codePoint & 0xfffe) == 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef);
    }

    private static boolean joinsLetters(int before, int after) {
        var script = UnicodeScript.of(after);
        return JOINED.contains(script)
                && Character.isLetter(after)
                && (UnicodeScript.of(before) == script || UnicodeScript.of(before) == UnicodeScript.INHERITED)
                && (Character.isLetter(before) || isMark(before));
    }

    /** The first may have a variation selector or a modifier of the colour of the skin after it. */
    private static boolean joinsEmoji(int before, int after) {
        return isEmoji(after) && (isEmoji(before) || selectsVariation(before) || Character.isEmojiModifier(before));
    }

    /** Digits count as emoji for Unicode, because some emoji begin with them. */
    private static boolean isEmoji(int character) {
        return Character.isEmoji(character) && !Character.isDigit(character) && character > 0x7f;
    }

    private static boolean selectsVariation(int character) {
        return (character >= 0xfe00 && character <= 0xfe0f)
                || (character >= 0xe0100 && character <= 0xe01ef)
                || (character >= 0x180b && character <= 0x180d)
                || character == 0x180f;
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean hasShape(int character) {
        if (SHAPELESS.contains(character)) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
