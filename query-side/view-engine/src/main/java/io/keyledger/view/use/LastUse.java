package io.keyledger.view.use;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last use of a credential or an app.
 *
 * @param at          when it was last used, to the minute
 * @param tokensUntil when all tokens issued to the app have expired, rounded up to a minute at most; null for a
 *                    credential
 */
public record LastUse(Instant at, @Nullable Instant tokensUntil) {}
