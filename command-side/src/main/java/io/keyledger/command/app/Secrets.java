package io.keyledger.command.app;

import io.keyledger.kernel.app.SecretId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All client secrets an app ever had. */
final class Secrets {
    private static final int MOST_LIVE = 10;

    private final Map<String, Secret> byId = new HashMap<>();
    private final Map<String, String> byVerifier = new HashMap<>();

    boolean has(SecretId id) {
        return byId.containsKey(id.value());
    }

    @Nullable
    Secret find(SecretId id) {
        return byId.get(id.value());
    }

    Secret get(SecretId id) {
        var secret = find(id);
        if (secret == null) {
            throw new RuleViolation(new Refusal(ErrorCode.RECORD_NOT_FOUND, "the app has no such client secret"));
        }
        return secret;
    }

    long liveAt(Instant now) {
        return byId.values().stream().filter(secret -> secret.isLive(now)).count();
    }

    /** Refuses when so many live ones are too many. */
    static void requireRoom(long live) {
        if (live > MOST_LIVE) {
            throw new RuleViolation(new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "at most " + MOST_LIVE + " client secrets of an app are live at once",
                    "client_secrets",
                    "less_than_or_equal_to",
                    Map.of("count", MOST_LIVE)));
        }
    }

    /** The secret with that keyed hash. */
    @Nullable
    SecretId idOf(String verifier) {
        var id = byVerifier.get(verifier);
        return id == null ? null : new SecretId(id);
    }

    void add(String id, String verifier, Secret secret) {
        byId.put(id, secret);
        byVerifier.put(verifier, id);
    }

    void change(String id, UnaryOperator<Secret> change) {
        byId.computeIfPresent(id, (key, secret) -> change.apply(secret));
    }
}
