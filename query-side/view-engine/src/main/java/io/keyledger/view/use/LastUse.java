package io.keyledger.view.use;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the use of a credential or an app.
 *
 * @param at          when it was last used, to the minute
 * @param tokensUntil when all tokens are dead that the app was issued, up to a minute late; null for a credential
 */
public record LastUse(Instant at, @Nullable Instant tokensUntil) {}
