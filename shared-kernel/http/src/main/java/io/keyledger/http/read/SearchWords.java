package io.keyledger.http.read;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words by which a text is found: runs of letters and digits in small letters, and whole parts between spaces, so
 * that an address or {@code client_secret.added} is found by itself and by its parts.
 */
public final class SearchWords {
    private static final int LONGEST = 100;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchWords() {}

    /** Each once; longer ones than 100 characters are cut to that. */
    public static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        for (var whole : SPACE.split(text.toLowerCase(Locale.ROOT), -1)) {
            var parts = SEPARATOR
                    .splitAsStream(whole)
                    .filter(part -> !part.isEmpty())
                    .toList();
            parts.forEach(part -> add(words, part));
            if (!parts.isEmpty()) {
                add(words, whole);
            }
        }
        return words;
    }

    private static void add(Set<String> words, String word) {
        words.add(word.substring(0, Math.min(LONGEST, word.length())));
    }
}
