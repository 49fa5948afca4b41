package io.keyledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegibilityTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Shop 1",
                "Ünïcödé e\u0301",
                "店舗 葛\ud840\udd00",
                "葛\udb40\udd00城市", // an ideographic variation
                "می\u200cخواهم", // a non-joiner between Arabic letters
                "क्\u200dष", // a joiner after a virama
                "\u2764\ufe0f", // an emoji by its variation selector
                "\ud83d\udc69\u200d\ud83d\udcbb", // a woman with a computer
                "\ud83d\udc69\ud83c\udffd\u200d\u2695\ufe0f", // the same in a colour, with a staff
                "\ud83c\uddee\ud83c\uddf9", // a flag
                "ᠮᠣᠩᠭᠣᠯ\u180b",
                "$ 5 + 7"
            })
    void seesWhatIsWritten(String text) {
        assertThat(Legibility.hidesSomething(text)).isFalse();
        assertThat(Legibility.isVisible(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202egnp.exe", // reverses what follows
                "a\u2066b\u2069",
                "a\u200eb",
                "a\u061cb",
                "a\u200bb",
                "a\u2060b",
                "a\u00adb",
                "\ufeffa",
                "a\u180eb",
                "a\u034fb",
                "a\u115fb",
                "\u3164",
                "\uffa0",
                "a\u2800b",
                "\udb40\udc67\udb40\udc62", // tags
                "a\u200db", // no script that joins
                "a\u200cb",
                "1\u200d2",
                "\u200d\ud83d\udcbb",
                "می\u200c",
                "می\u200c خواهم",
                "می\u200c\u200cخواهم",
                "a\ufe0f\ufe0f", // a second selector selects nothing
                " \ufe0f",
                "a\nb",
                "a\tb",
                "a\u0000b",
                "a\u0085b",
                "a\uffff",
                "a\ufdd0",
                "a\ud83f\udffe",
                "a\u2028b",
                "a\u2029b"
            })
    void findsWhatIsHidden(String text) {
        assertThat(Legibility.hidesSomething(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u2003", "\u00a0", "\u0301", " \u0301\u0302", "\u20dd", "\u3164", "\u2800", "\ue000"})
    void seesNothingInBlanksMarksAndCharactersWithoutShape(String text) {
        assertThat(Legibility.isVisible(text)).isFalse();
    }

    @Test
    void findsEveryFormatCharacterBesideLatinLetters() {
        var formats = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) == Character.FORMAT)
                .mapToObj(Character::toString)
                .toList();

        assertThat(formats)
                .hasSizeGreaterThan(160)
                .allMatch(format -> Legibility.hidesSomething("a" + format + "b"))
                .noneMatch(Legibility::isVisible);
    }
}
