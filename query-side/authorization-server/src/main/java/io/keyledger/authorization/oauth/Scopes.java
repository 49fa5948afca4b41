package io.keyledger.authorization.oauth;

import io.keyledger.authorization.directory.AppEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which scopes an app may ask for: the permissions registered for it and nothing else; without any, those of its kind.
 * Source: CONTRACT A2; part B, section 2.1, Scopes.
 */
final class Scopes {
    static final String PROVISIONING_API = "provisioning-api";
    static final String MARKET_ALL = "market:all";

    private static final Pattern RESOURCE =
            Pattern.compile("(market|store|stock_location):(all|[0-9A-Za-z]+|(id|code):[0-9A-Za-z_.-]+)");

    private Scopes() {}

    /**
     * The scope of a request that asks for none: all permissions of the app (RFC 6749 section 3.3), or the default of
     * its kind.
     */
    static String standard(AppEntry client) {
        var permissions = client.tokenScope().permissions();
        if (!permissions.isEmpty()) {
            return String.join(" ", permissions);
        }
        return isUsers(client) ? PROVISIONING_API : MARKET_ALL;
    }

    /** The words of a scope, in its order. */
    static Set<String> words(String scope) {
        return new LinkedHashSet<>(List.of(scope.split(" ")));
    }

    /** Whether an app may ask for these words: a stock location only within a market or store. */
    static boolean allowed(AppEntry client, Set<String> words) {
        var permissions = client.tokenScope().permissions();
        if (!permissions.isEmpty()) {
            return permissions.containsAll(words);
        }
        return isUsers(client) ? words.equals(Set.of(PROVISIONING_API)) : areResources(words);
    }

    private static boolean isUsers(AppEntry client) {
        return client.kind().equals("user");
    }

    private static boolean areResources(Set<String> words) {
        return words.stream()
                        .allMatch(word -> word.equals(MARKET_ALL)
                                || RESOURCE.matcher(word).matches())
                && !words.stream().allMatch(word -> word.startsWith("stock_location:"));
    }
}
