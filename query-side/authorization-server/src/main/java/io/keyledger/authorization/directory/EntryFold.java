package io.keyledger.authorization.directory;

import io.keyledger.kernel.DomainEvent;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How an entry follows from events. */
@FunctionalInterface
interface EntryFold<E, V extends DomainEvent> {
    /** The entry after one more event, recorded at that instant; null when it ceases to exist. */
    @Nullable
    E after(@Nullable E before, V event, Instant at);

    /** For entries that do not depend on when an event was recorded. */
    static <E, V extends DomainEvent> EntryFold<E, V> timeless(BiFunction<@Nullable E, V, @Nullable E> after) {
        return (before, event, at) -> after.apply(before, event);
    }
}
