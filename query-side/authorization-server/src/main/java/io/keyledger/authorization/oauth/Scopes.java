package io.keyledger.authorization.oauth;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.jwt.ProvisioningApi;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kind.RoleRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which scopes an app may ask for: the permissions registered for it and nothing else; without any, those of its kind.
 * Source: CONTRACT A2; part B, section 2.1, Scopes.
 */
final class Scopes {
    static final String MARKET_ALL = "market:all";

    private static final Pattern RESOURCE =
            Pattern.compile("(market|store|stock_location):(all|[0-9A-Za-z]+|(id|code):[0-9A-Za-z_.-]+)");

    private Scopes() {}

    /** Characters of a scope that is asked for, and words of it; more are refused before they are read. */
    static final int LONGEST = 2048;

    private static final int MOST_WORDS = 100;

    /**
     * The scope of a request that asks for none: the API for a user's own app; for others all their permissions (RFC
     * 6749 section 3.3), or the default of their kind, and never the API.
     */
    static String standard(AppEntry client) {
        var permissions = client.tokenScope().permissions();
        if (isUsers(client)) {
            return ProvisioningApi.SCOPE;
        }
        return permissions.isEmpty() ? MARKET_ALL : String.join(" ", permissions);
    }

    /** Whether it is words with one blank between two (RFC 6749 section 3.3), and short enough to be read. */
    static boolean isWellFormed(String scope) {
        return scope.length() <= LONGEST
                && !scope.startsWith(" ")
                && !scope.endsWith(" ")
                && !scope.contains("  ")
                && scope.chars().filter(c -> c == ' ').count() < MOST_WORDS;
    }

    /**
     * The scope of a token: what was asked for, each word once, in its order; else the standard one. The provisioning
     * profile repeats what was asked for character for character: its clients find the token by that (CONTRACT part B,
     * section 2.1).
     */
    static String granted(Profile profile, AppEntry client, @Nullable String asked) {
        var scope = asked == null || asked.isEmpty() ? standard(client) : asked;
        return profile == Profile.PROVISIONING ? scope : String.join(" ", words(scope));
    }

    /** The words of a scope, each once, in its order. */
    static Set<String> words(String scope) {
        return scope.indexOf(' ') < 0 ? Set.of(scope) : new LinkedHashSet<>(List.of(scope.split(" ")));
    }

    /**
     * Whether an app of that kind may ask for these words: the API alone, when it acts for a user or in a role; a stock
     * location only within a market or store.
     */
    static boolean allowed(AppEntry client, Kind kind, Set<String> words) {
        if (words.isEmpty()) { // nothing but blanks was sent
            return false;
        }
        if (isUsers(client) || words.contains(ProvisioningApi.SCOPE)) {
            return words.equals(Set.of(ProvisioningApi.SCOPE)) && (isUsers(client) || actsInRole(client, kind));
        }
        var permissions = client.tokenScope().permissions();
        return permissions.isEmpty() ? areResources(words) : permissions.containsAll(words);
    }

    private static boolean actsInRole(AppEntry client, Kind kind) {
        return kind.role() == RoleRule.REQUIRED && client.roleId() != null;
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
