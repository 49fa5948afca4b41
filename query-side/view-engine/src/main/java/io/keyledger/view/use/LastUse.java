package io.keyledger.view.use;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The last use of a credential or an app.
 *
 * @param at     when it was last used, to the minute
 * @param tokens that were got with the credential, or with none of the app's; null when there are none
 */
public record LastUse(Instant at, @Nullable Tokens tokens) {
    /**
     * Tokens that end together at the latest.
     *
     * @param since when all tokens of their app had last been ended; the epoch when that never was
     * @param until when all of them have expired, rounded up to a minute at most
     */
    public record Tokens(Instant since, Instant until) implements Comparable<Tokens> {
        private static final Comparator<Tokens> ORDER =
                Comparator.comparing(Tokens::since).thenComparing(Tokens::until);

        /** Those of before an end count for nothing beside later ones. */
        @Override
        public int compareTo(Tokens other) {
            return ORDER.compare(this, other);
        }
    }
}
