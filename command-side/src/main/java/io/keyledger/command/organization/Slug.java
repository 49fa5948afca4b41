package io.keyledger.command.organization;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The part of addresses that names an organization: 1 to 48 lower-case letters, digits and inner dashes; unique. */
public record Slug(String value) {
    private static final int MAX = 40;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?");

    public Slug {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("no slug: " + value);
        }
    }

    /** The slug made of a name; {@code organization} when no letter or digit of it is left. */
    public static Slug of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        var cut = trimmed(plain.substring(0, Math.min(MAX, plain.length())));
        return new Slug(cut.isEmpty() ? "organization" : cut);
    }

    /** The slug with a suffix, for one that is taken already; six characters are enough. */
    public Slug with(String tail) {
        return new Slug(value.substring(0, Math.min(MAX, value.length())) + "-" + tail.toLowerCase(Locale.ROOT));
    }

    private static String trimmed(String text) {
        return text.replaceAll("^-+|-+$", "");
    }
}
