package io.keyledger.kernel.audit;

import java.util.List;
import java.util.Map;

/** Records refused attempts of several kinds and organizations, all or none. */
public record RecordSecurityEvents(List<Attempt> attempts) {
    public RecordSecurityEvents {
        attempts = List.copyOf(attempts);
    }

    /**
     * Attempts of one kind, one or several.
     *
     * @param actor who made them, metadata of the event by {@link io.keyledger.kernel.MetaKey}
     */
    public record Attempt(SecurityEvent event, Map<String, String> actor) {}
}
