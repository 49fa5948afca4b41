package io.keyledger.query.reader;

import org.bson.BsonRegularExpression;

/**
 * Regular expressions that find a text as SQL's ILIKE does: case does not matter, no character but those of the pattern
 * has a meaning. They say the same to MongoDB (PCRE2) and to the embedded server (java.util.regex).
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

    /** A pattern with {@code %} (any text) and {@code _} (any character); a backslash takes the meaning of the next one. */
    static BsonRegularExpression like(String pattern) {
        var text = new StringBuilder("\\A");
        var characters = pattern.codePoints().iterator();
        while (characters.hasNext()) {
            int c = characters.next();
            switch (c) {
                case '%' -> text.append(ANY);
                case '_' -> text.append(ONE);
                case '\\' -> append(text, characters.hasNext() ? characters.next() : c);
                default -> append(text, c);
            }
        }
        return expression(text.append("\\z").toString());
    }

    private static BsonRegularExpression expression(String pattern) {
        return new BsonRegularExpression(pattern, "i");
    }

    private static String literal(String text) {
        var pattern = new StringBuilder();
        text.codePoints().forEach(c -> append(pattern, c));
        return pattern.toString();
    }

    /** The option i is sure to know the case of ASCII letters; of others both cases are named. */
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
