package io.keyledger.query.token.oauth;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which scopes a kind of app is given. Source: CONTRACT part B, section 2.1, Scopes. */
final class Scopes {
    static final String PROVISIONING_API = "provisioning-api";
    static final String MARKET_ALL = "market:all";

    private static final Pattern RESOURCE =
            Pattern.compile("(market|store|stock_location):(all|[0-9A-Za-z]+|(id|code):[0-9A-Za-z_.-]+)");

    private Scopes() {}

    /** What an app is given that asks for nothing. */
    static String standard(String kind) {
        return kind.equals("user") ? PROVISIONING_API : MARKET_ALL;
    }

    /** The words of a scope, in its order. */
    static Set<String> words(String scope) {
        return new LinkedHashSet<>(List.of(scope.split(" ")));
    }

    /** Whether an app of the kind may ask for these words: a stock location only within a market or store. */
    static boolean allowed(String kind, Set<String> words) {
        if (kind.equals("user")) {
            return words.equals(Set.of(PROVISIONING_API));
        }
        return words.stream()
                        .allMatch(word -> word.equals(MARKET_ALL)
                                || RESOURCE.matcher(word).matches())
                && !words.stream().allMatch(word -> word.startsWith("stock_location:"));
    }
}
