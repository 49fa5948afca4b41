package io.keyledger.query.reader;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonRegularExpression;

/**
 * Regular expressions for SQL's ILIKE: case-insensitive, and all characters literal but those of the pattern. They mean
 * the same to MongoDB (PCRE2) and to the embedded server (java.util.regex).
 */
final class Patterns {
    private static final String ANY = "[\\s\\S]*";
    private static final String ONE = "[\\s\\S]";

    private Patterns() {}

    static BsonRegularExpression start(String text) {
        return expression("\\A" + literal(text));
    }

    static BsonRegularExpression end(String text) {
        return expression(literal(text) + "\\z");
    }

    static BsonRegularExpression contain(String text) {
        return expression(literal(text));
    }

    /**
     * A pattern with {@code %} (any text) and {@code _} (any character); a backslash makes the next one literal. Each
     * part between two percent signs is an atomic group that matches at its first place from the left: backtracking
     * over all places would take exponential time for a malicious pattern.
     */
    static BsonRegularExpression like(String pattern) {
        var parts = parts(pattern);
        var text = new StringBuilder("\\A").append(parts.removeFirst());
        if (!parts.isEmpty()) {
            var last = parts.removeLast();
            parts.forEach(part ->
                    text.append("(?>").append(ANY).append('?').append(part).append(')'));
            text.append(ANY).append(last);
        }
        return expression(text.append("\\z").toString());
    }

    private static List<StringBuilder> parts(String pattern) {
        var parts = new ArrayList<>(List.of(new StringBuilder()));
        var characters = pattern.codePoints().iterator();
        while (characters.hasNext()) {
            int c = characters.next();
            switch (c) {
                case '%' -> parts.add(new StringBuilder());
                case '_' -> parts.getLast().append(ONE);
                case '\\' -> append(parts.getLast(), characters.hasNext() ? characters.next() : c);
                default -> append(parts.getLast(), c);
            }
        }
        return parts;
    }

    private static BsonRegularExpression expression(String pattern) {
        return new BsonRegularExpression(pattern, "i");
    }

    private static String literal(String text) {
        var pattern = new StringBuilder();
        text.codePoints().forEach(c -> append(pattern, c));
        return pattern.toString();
    }

    /** The option i covers ASCII letters in both engines; of others both cases are listed. */
    private static void append(StringBuilder pattern, int c) {
        if (c < ' ') {
            pattern.append("\\x{").append(Integer.toHexString(c)).append('}');
        } else if (c < 128) {
            pattern.append(Character.isLetterOrDigit(c) ? "" : "\\").appendCodePoint(c);
        } else if (Character.toUpperCase(c) != Character.toLowerCase(c)) {
            pattern.append('[')
                    .appendCodePoint(Character.toUpperCase(c))
                    .appendCodePoint(Character.toLowerCase(c))
                    .append(']');
        } else {
            pattern.appendCodePoint(c);
        }
    }
}
