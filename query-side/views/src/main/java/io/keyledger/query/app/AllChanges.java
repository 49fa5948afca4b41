package io.keyledger.query.app;

import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Recorded;
import java.util.List;

/** What several features know together of one event. */
record AllChanges(List<Changes> parts) implements Changes {
    @Override
    public boolean concerns(Class<?> eventType) {
        return parts.stream().anyMatch(part -> part.concerns(eventType));
    }

    @Override
    public List<Change> of(Recorded recorded) {
        return parts.stream()
                .filter(part -> part.concerns(recorded.event().getClass()))
                .flatMap(part -> part.of(recorded).stream())
                .toList();
    }
}
