package io.keyledger.view.follow;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.published.EventWords;
import io.keyledger.kernel.upcast.UnreadableEvent;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.row.Weight;
import io.keyledger.view.store.SetAsideEvent;
import io.keyledger.view.store.StoreFailures;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * An event that concerns a view, or may concern it because it cannot be read.
 *
 * @param message  as the store gave it
 * @param token    its place in the store
 * @param recorded what the view takes in; null when it cannot be read
 * @param failure  why it cannot be read
 */
record ReadEvent(
        DomainEventMessage<?> message,
        TrackingToken token,
        @Nullable Recorded recorded,
        @Nullable Throwable failure) {
    private static final String OURS = "io.keyledger.";
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** Null when the view does not concern itself with the event. */
    static @Nullable ReadEvent of(DomainEventMessage<?> message, TrackingToken token, Projection projection) {
        try {
            var type = message.getPayloadType();
            return DomainEvent.class.isAssignableFrom(type) && projection.concerns(type)
                    ? new ReadEvent(message, token, Recorded.of(message), null)
                    : null;
        } catch (Throwable e) {
            if (StoreFailures.isForNow(e)) {
                throw e;
            }
            return new ReadEvent(message, token, null, e);
        }
    }

    long weight() {
        return recorded == null ? 0 : Weight.of(recorded.event());
    }

    /** What is kept of it when the view cannot show it. */
    SetAsideEvent aside(Throwable why, Instant now) {
        return new SetAsideEvent(
                token.position().orElse(-1),
                message.getIdentifier(),
                word(why),
                message.getType(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                metaData().get(MetaKey.ORGANIZATION_ID) instanceof String organization ? organization : null,
                now,
                reason(why));
    }

    /** None when they cannot be read. */
    MetaData metaData() {
        try {
            return message.getMetaData();
        } catch (RuntimeException e) {
            return MetaData.emptyInstance();
        }
    }

    /** When it was recorded; null when that cannot be read, or is no time that a row could hold. */
    @Nullable
    Instant at() {
        var at = message.getTimestamp();
        return at.isBefore(Instant.EPOCH) || at.isAfter(LATEST) ? null : at;
    }

    private String word(Throwable why) {
        if (recorded != null) {
            return Objects.requireNonNullElse(
                    EventWords.all().get(recorded.event().getClass()), "");
        }
        return why instanceof UnreadableEvent unreadable ? unreadable.word() : "";
    }

    /** Messages of exceptions may quote what a tenant wrote: only that of an unreadable event is known not to. */
    static String reason(Throwable why) {
        if (why instanceof UnreadableEvent) {
            return String.valueOf(why.getMessage());
        }
        return why.getClass().getName()
                + Arrays.stream(why.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(OURS))
                        .findFirst()
                        .map(frame -> " at " + frame)
                        .orElse("");
    }
}
