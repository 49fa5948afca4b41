package io.keyledger.http.openapi;

import io.keyledger.http.description.ResourceType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names derived from others: {@code ApiCredential} from {@code api_credentials}. */
final class Names {
    private Names() {}

    /** The singular in camel case. */
    static String singular(ResourceType type) {
        return camel(one(type.name()));
    }

    /** The singular for a sentence. */
    static String words(ResourceType type) {
        return one(type.name()).replace('_', ' ');
    }

    static String camel(String name) {
        return Arrays.stream(name.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    static String uncapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** With {@code a} or {@code an} in front. */
    static String article(String words) {
        return ("aeio".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
    }

    /** The singular of a plural name. */
    static String one(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        return plural.endsWith("s") && !plural.endsWith("ss") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
