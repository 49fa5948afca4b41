package io.keyledger.command.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.kernel.Legibility;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/**
 * Writes distinguished names as RFC 4514 says: the last part first, with keywords for the usual attributes and their
 * decoded values. The JDK has fewer keywords, and writes several kinds of strings as numbers.
 */
final class Names {
    /** Characters of a name in a record. */
    private static final int LONGEST = 4096;

    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    /** By tag. */
    private static final Map<Integer, Charset> STRINGS = Map.of(
            0x0C, UTF_8,
            0x12, ISO_8859_1,
            0x13, ISO_8859_1,
            0x14, ISO_8859_1,
            0x16, ISO_8859_1,
            0x1A, ISO_8859_1,
            0x1B, ISO_8859_1,
            0x1C, UTF_32BE,
            0x1E, UTF_16BE);

    private static final Map<String, String> KEYWORDS = Map.ofEntries(
            Map.entry("2.5.4.3", "CN"),
            Map.entry("2.5.4.4", "SN"),
            Map.entry("2.5.4.5", "serialNumber"),
            Map.entry("2.5.4.6", "C"),
            Map.entry("2.5.4.7", "L"),
            Map.entry("2.5.4.8", "ST"),
            Map.entry("2.5.4.9", "STREET"),
            Map.entry("2.5.4.10", "O"),
            Map.entry("2.5.4.11", "OU"),
            Map.entry("2.5.4.12", "title"),
            Map.entry("2.5.4.13", "description"),
            Map.entry("2.5.4.15", "businessCategory"),
            Map.entry("2.5.4.16", "postalAddress"),
            Map.entry("2.5.4.17", "postalCode"),
            Map.entry("2.5.4.18", "postOfficeBox"),
            Map.entry("2.5.4.20", "telephoneNumber"),
            Map.entry("2.5.4.41", "name"),
            Map.entry("2.5.4.42", "givenName"),
            Map.entry("2.5.4.43", "initials"),
            Map.entry("2.5.4.44", "generationQualifier"),
            Map.entry("2.5.4.45", "x500UniqueIdentifier"),
            Map.entry("2.5.4.46", "dnQualifier"),
            Map.entry("2.5.4.65", "pseudonym"),
            Map.entry("2.5.4.97", "organizationIdentifier"),
            Map.entry("0.9.2342.19200300.100.1.1", "UID"),
            Map.entry("0.9.2342.19200300.100.1.3", "mail"),
            Map.entry("0.9.2342.19200300.100.1.25", "DC"),
            Map.entry("1.2.840.113549.1.9.1", "emailAddress"),
            Map.entry("1.2.840.113549.1.9.2", "unstructuredName"),
            Map.entry("1.2.840.113549.1.9.8", "unstructuredAddress"),
            Map.entry("1.3.6.1.4.1.311.60.2.1.1", "jurisdictionLocalityName"),
            Map.entry("1.3.6.1.4.1.311.60.2.1.2", "jurisdictionStateOrProvinceName"),
            Map.entry("1.3.6.1.4.1.311.60.2.1.3", "jurisdictionCountryName"));

    private Names() {}

    static String text(Der name) {
        var parts = name.children().reversed().stream()
                .filter(part -> !part.isEmpty())
                .map(Names::part)
                .collect(Collectors.joining(","));
        if (parts.length() > LONGEST) {
            throw UploadRefusals.unreadable("a name has at most " + LONGEST + " characters");
        }
        return parts;
    }

    /** Whether no value of it shows anything; a part without attributes, as some tools write one, shows nothing. */
    static boolean isBlank(Der name) {
        return name.children().stream().flatMap(Names::attributes).noneMatch(Names::isVisible);
    }

    private static boolean isVisible(Der attribute) {
        var value = parts(attribute).getLast();
        var text = decoded(value);
        return text == null ? !value.isEmpty() : Legibility.isVisible(text);
    }

    private static Stream<Der> attributes(Der part) {
        if (!part.is(Der.SET)) {
            throw unreadable();
        }
        return part.children().stream();
    }

    private static String part(Der part) {
        return attributes(part).map(Names::attribute).collect(Collectors.joining("+"));
    }

    private static String attribute(Der attribute) {
        var parts = parts(attribute);
        var id = dotted(parts.getFirst().content());
        var keyword = KEYWORDS.get(id);
        var value = keyword == null ? null : decoded(parts.getLast());
        return (keyword == null ? id : keyword) + "="
                + (value == null
                        ? "#" + HexFormat.of().formatHex(parts.getLast().encoded())
                        : escaped(value));
    }

    /** The identifier and the value. */
    private static List<Der> parts(Der attribute) {
        var parts = attribute.is(Der.SEQUENCE) ? attribute.children() : List.<Der>of();
        if (parts.size() != 2 || !parts.getFirst().is(Der.OBJECT_ID)) {
            throw unreadable();
        }
        return parts;
    }

    private static @Nullable String decoded(Der value) {
        var charset = STRINGS.get(value.tag());
        return charset == null ? null : new String(value.content(), charset);
    }

    /** What a reader would not see, or would see elsewhere, is written as its bytes. */
    private static String escaped(String value) {
        return Rdn.escapeValue(value)
                .codePoints()
                .mapToObj(point -> isHidden(point) ? bytes(Character.toString(point)) : Character.toString(point))
                .collect(Collectors.joining());
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String bytes(String character) {
        return HexFormat.of().withPrefix("\\").formatHex(character.getBytes(UTF_8));
    }

    /** X.690 section 8.19: seven bits a byte, the first number for two arcs. */
    private static String dotted(byte[] id) {
        var text = new StringBuilder();
        var arc = BigInteger.ZERO;
        for (byte part : id) {
            arc = arc.shiftLeft(7).or(BigInteger.valueOf(part & 0x7F));
            if (part >= 0) {
                text.append(text.isEmpty() ? firstArcs(arc) : "." + arc);
                arc = BigInteger.ZERO;
            }
        }
        return text.toString();
    }

    private static String firstArcs(BigInteger both) {
        var first = both.min(BigInteger.valueOf(80)).intValue() / 40;
        return first + "." + both.subtract(BigInteger.valueOf(first * 40L));
    }

    private static RuntimeException unreadable() {
        return UploadRefusals.unreadable("a name cannot be read");
    }
}
