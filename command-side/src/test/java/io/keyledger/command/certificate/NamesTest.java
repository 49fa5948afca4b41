package io.keyledger.command.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How distinguished names are written (RFC 4514). */
class NamesTest {
    private static final String COMMON_NAME = "0603550403";
    private static final String SURNAME = "0603550404";

    @ParameterizedTest
    @CsvSource({
        "0c, UTF-8",
        "13, ISO-8859-1",
        "14, ISO-8859-1",
        "16, ISO-8859-1",
        "12, ISO-8859-1",
        "1a, ISO-8859-1",
        "1c, UTF-32BE",
        "1e, UTF-16BE"
    })
    void decodesEveryKindOfString(String tag, String charset) {
        var value = value(tag, "42 Zo".getBytes(Charset.forName(charset)));

        assertThat(text(attribute(COMMON_NAME, value))).isEqualTo("CN=42 Zo");
    }

    @Test
    void writesTheLastPartFirstAndJoinsThoseOfOne() {
        var one = constructed(
                "31",
                attribute(COMMON_NAME, value("0c", "a".getBytes(UTF_8)))
                        + attribute(SURNAME, value("0c", "b".getBytes(UTF_8))));
        var other = constructed("31", attribute(COMMON_NAME, value("0c", "c".getBytes(UTF_8))));

        assertThat(Names.text(der(constructed("30", one + constructed("31", "") + other))))
                .isEqualTo("CN=c,CN=a+SN=b");
    }

    @Test
    void escapesWhatSeparatesAndWhatIsHidden() {
        var value = value("0c", " a,b+\"c\"\\<;>\n\u0000\u202etxt".getBytes(UTF_8));

        assertThat(text(attribute(COMMON_NAME, value)))
                .isEqualTo("CN=\\ a\\,b\\+\\\"c\\\"\\\\\\<\\;\\>\\0a\\00\\e2\\80\\aetxt");
    }

    @Test
    void writesOtherAttributesAndValuesAsTheyAre() {
        assertThat(text(attribute("06092a864886f70d010903", "0c0161"))).isEqualTo("1.2.840.113549.1.9.3=#0c0161");
        assertThat(text(attribute("0603883703", "0c0161"))).isEqualTo("2.999.3=#0c0161");
        assertThat(text(attribute(COMMON_NAME, "020101"))).isEqualTo("CN=#020101");
    }

    private static String text(String attribute) {
        return Names.text(der(constructed("30", constructed("31", attribute))));
    }

    private static String attribute(String id, String value) {
        return constructed("30", id + value);
    }

    private static String value(String tag, byte[] content) {
        return constructed(tag, HexFormat.of().formatHex(content));
    }

    private static String constructed(String tag, String content) {
        return tag + String.format("%02x", content.length() / 2) + content;
    }

    private static Der der(String hex) {
        return Der.first(HexFormat.of().parseHex(hex));
    }
}
