package io.keyledger.command.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.bus.Counter;
import io.keyledger.command.startup.ProcessConfiguration;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.RedirectUrisChanged;
import io.keyledger.kernel.upcast.UnreadableEvent;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every event database has to do. */
abstract class EventStorageContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private TestStore store;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        GenericEventMessage.clock = new ProcessConfiguration().clock();
        store = open();
    }

    @AfterEach
    void closeStore() throws Exception {
        GenericEventMessage.clock = new ProcessConfiguration().clock();
        store.close();
    }

    @Test
    void hasNeitherHeadNorTailNorInstantWhileItIsEmpty() {
        assertThat(store.events.createHeadToken()).isNull();
        assertThat(store.events.createTailToken()).isNull();
        assertThat(store.events.createTokenAt(NOON)).isNull();
        assertThat(store.events.lastSequenceNumberFor("a")).isEmpty();
        assertThat(store.events.readEvents("a").hasNext()).isFalse();
        assertThat(follow(null)).isEmpty();
    }

    @Test
    void givesBackWhatWasAppended() {
        var appended = Events.event("a", 0);
        store.events.appendEvents(List.of(appended));

        var read = store.events.readEvents("a").next();

        assertThat(read.getPayload()).isEqualTo(appended.getPayload());
        assertThat(read.getMetaData()).isEqualTo(appended.getMetaData());
        assertThat(read.getIdentifier()).isEqualTo(appended.getIdentifier());
        assertThat(read.getTimestamp()).isEqualTo(appended.getTimestamp());
        assertThat(read.getType()).isEqualTo("Counter");
    }

    @Test
    void keepsPayloadsThatPeopleCanRead() {
        store.events.appendEvents(Events.stream("a", 1));

        var payload = store.tables
                .sql("SELECT payload FROM events")
                .query((row, number) -> new String(row.getBytes(1), UTF_8))
                .single();

        assertThat(payload).isEqualTo("{\"id\":\"a\",\"count\":0}");
    }

    @Test
    void callsEventsByTheirWord() {
        store.events.appendEvents(Events.stream("a", 1));

        assertThat(store.tables
                        .sql("SELECT payload_type, payload_revision FROM events")
                        .query()
                        .singleRow())
                .containsEntry("payload_type", "counter.increased")
                .containsEntry("payload_revision", "1");
    }

    @Test
    void readsWhatAnEarlierBuildStoredAsAnEventOfToday() {
        store.events.appendEvents(List.of(
                new GenericDomainEventMessage<>("App", "app", 0, new RedirectUrisChanged("app", List.of())),
                new GenericDomainEventMessage<>("App", "app", 1, new AppDisabled("app"))));
        store("app", 0, "redirect_uri.changed", "1", "{\"appId\":\"app\",\"redirectUri\":\"https://a.example\"}");

        var changed = new RedirectUrisChanged("app", List.of("https://a.example"));
        assertThat(store.events.readEvents("app").asStream().<Object>map(Message::getPayload))
                .containsExactly(changed, new AppDisabled("app"));
        assertThat(store.events.readEvents("app").asStream().<Object>map(Message::getPayloadType))
                .containsExactly(RedirectUrisChanged.class, AppDisabled.class);
        assertThat(follow(null).getFirst().getPayload()).isEqualTo(changed);
        assertThat(position(follow(null).getFirst())).isEqualTo(1);
    }

    /** A view and a change keep what they read in memory: it must not depend on what tenants wrote. */
    @Test
    void readsNoMoreBytesAtOnceThanABound() throws Exception {
        var large = "https://a.example/" + "x".repeat(600_000);
        var appended = LongStream.range(0, 7)
                .mapToObj(i -> new GenericDomainEventMessage<>(
                        "App", "app", i, new RedirectUrisChanged("app", List.of(i < 4 ? large : "https://a.example"))))
                .toList();
        appended.forEach(event -> store.events.appendEvents(List.of(event)));

        assertThat(follow(null)).extracting(Message::getIdentifier).containsExactlyElementsOf(ids(appended));
        assertThat(store.events.readEvents("app", 0).asStream().map(Message::getIdentifier))
                .containsExactlyElementsOf(ids(appended));
        assertThat(readAtOnce(0)).isEqualTo(2);
        assertThat(readAtOnce(3)).isEqualTo(4);
    }

    @Test
    void readsOnAfterEventsThatHaveExactlyTheBoundTogether() {
        store.events.appendEvents(List.of(redirecting("one", 0, 0)));
        var without = store.tables
                .sql("SELECT LENGTH(payload) FROM events")
                .query(Integer.class)
                .single();
        var half = (int) EventTable.MOST_BYTES / 2 - without;
        var appended = List.of(redirecting("app", 0, half), redirecting("app", 1, half), redirecting("app", 2, 0));
        store.events.appendEvents(appended);

        assertThat(store.events.readEvents("app", 0).asStream().map(Message::getIdentifier))
                .containsExactlyElementsOf(ids(appended));
        assertThat(follow(null)).hasSize(4);
    }

    private static DomainEventMessage<?> redirecting(String app, long sequence, int length) {
        return new GenericDomainEventMessage<>(
                "App", app, sequence, new RedirectUrisChanged(app, List.of("x".repeat(length))));
    }

    private static List<String> ids(List<? extends Message<?>> events) {
        return events.stream().map(Message::getIdentifier).toList();
    }

    /** How many of the events after that one a single look returns, both for all aggregates and for one. */
    private int readAtOnce(int after) throws SQLException {
        var first = position(follow(null).getFirst()) + after;
        try (var connection = store.transactions.connection();
                var all = EventTable.after(connection, EventTable.SCHEMA, first - 1, 100);
                var own = EventTable.ofAggregate(connection, EventTable.SCHEMA, "app", after, 100)) {
            var count = count(all);
            assertThat(count(own)).isEqualTo(count);
            return count;
        }
    }

    private static int count(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "''"})
    void namesAnEventWithoutATimeAndPassesTheOthers(String time) {
        store.events.appendEvents(Events.stream("a", 3));
        store.transactions.run(() -> store.tables
                .sql("UPDATE events SET occurred_at = ? WHERE sequence = 1")
                .params(time)
                .update());

        var read = follow(null);

        assertThat(read).hasSize(3);
        assertThat(read.getLast().getPayload()).isInstanceOf(Counter.Increased.class);
        assertThatThrownBy(() -> read.get(1).getPayload())
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("The event at position " + position(read.get(1))
                        + ", Counter a sequence 1 cannot be read: its time is none");
        assertThatThrownBy(() -> read.get(1).getPayloadType()).isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "counter.increased | 1 | {\"id\":\"a\",\"count\":7,\"by\":1} | \"by\"",
                "counter.increased | 1 | {\"count\":7} | 'id'",
                "counter.increased | 1 | {\"id\":null,\"count\":7} | \"id\"",
                "counter.increased | 2 | {\"id\":\"a\",\"count\":7} | no such event",
                "counter.reset | 1 | {\"id\":\"a\",\"count\":7} | no such event",
                "redirect_uri.changed | 1 | {\"appId\":\"a\"} | 'redirectUris'",
                "redirect_uri.changed | 1 | [1] | "
            })
    void saysWhichEventCannotBeRead(String word, String revision, String payload, @Nullable String reason) {
        store.events.appendEvents(Events.stream("a", 9));
        store("a", 7, word, revision, payload);
        var type = word.replace("uri.", "uris.") + ", revision " + revision;

        var read = store.events.readEvents("a", 7).next();
        assertThatThrownBy(read::getPayload)
                .isInstanceOf(SerializationException.class)
                .message()
                .startsWith("The event Counter a sequence 7 cannot be read: ")
                .contains(reason == null ? "" : type, reason == null ? "" : reason);

        var followed = follow(null);
        assertThatThrownBy(() -> followed.get(7).getPayload())
                .isInstanceOf(SerializationException.class)
                .message()
                .startsWith("The event at position 8, Counter a sequence 7 cannot be read: ")
                .contains(reason == null ? "" : type, reason == null ? "" : reason);
        assertThat(followed.get(8).getPayload()).isEqualTo(new Counter.Increased("a", 8));
    }

    /** A reader of events of one class must not skip an event of an unknown word. */
    @Test
    void givesAnUnknownEventNoType() {
        store.events.appendEvents(Events.stream("a", 1));
        store("a", 0, "counter.reset", "1", "{}");

        assertThatThrownBy(() -> store.events.readEvents("a").next().getPayloadType())
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("counter.reset, revision 1");
        assertThatThrownBy(() -> follow(null).getFirst().getPayloadType())
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("at position 1");
    }

    @Test
    void readsALongStreamWhole() {
        store.events.appendEvents(Events.stream("a", 250));
        store.events.appendEvents(Events.stream("b", 3));

        assertThat(store.events.readEvents("a").asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(LongStream.range(0, 250).boxed().toList());
        assertThat(store.events.lastSequenceNumberFor("a")).contains(249L);
    }

    @Test
    void refusesASequenceNumberThatIsThere() {
        store.events.appendEvents(Events.stream("a", 3));

        assertThatThrownBy(() -> store.events.appendEvents(List.of(Events.event("a", 2))))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> store.events.appendEvents(List.of(Events.event("a", 0))))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void appendsAllOfABatchOrNothing() {
        store.events.appendEvents(Events.stream("a", 1));

        assertThatThrownBy(() -> store.events.appendEvents(
                        List.of(Events.event("b", 0), Events.event("b", 1), Events.event("a", 0))))
                .isInstanceOf(RuntimeException.class);

        assertThat(store.events.readEvents("b").hasNext()).isFalse();
    }

    @Test
    void leavesNothingHalfDoneWhenAnAppendFailsAfterAReservation() {
        store.events.appendEvents(Events.stream("a", 1));

        assertThatThrownBy(() -> store.transactions.run(() -> {
                    store.tables
                            .sql("INSERT INTO reservations (scope, value, owner) VALUES ('s', 'v', 'o')")
                            .update();
                    store.events.appendEvents(List.of(Events.event("a", 0)));
                }))
                .isInstanceOf(AggregateStreamCreationException.class);

        assertThat(store.tables
                        .sql("SELECT count(*) FROM reservations")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void showsNobodyWhatIsNotCommitted() {
        store.transactions.run(() -> {
            store.events.appendEvents(Events.stream("a", 1));
            assertThat(store.events.readEvents("a").hasNext()).isTrue();
            elsewhere(() -> assertThat(store.events.readEvents("a").hasNext()).isFalse());
        });

        assertThat(store.events.readEvents("a").hasNext()).isTrue();
    }

    @Test
    void isReadWhileManyWaitToWrite() throws Exception {
        store.events.appendEvents(Events.stream("a", 1));
        var end = new CountDownLatch(1);
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < 40; i++) {
            writers.add(Thread.ofVirtual()
                    .start(() -> store.transactions.run(() -> {
                        try {
                            end.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    })));
        }
        try {
            Thread.sleep(200);
            var reading = CompletableFuture.supplyAsync(
                    () -> store.events.readEvents("a").asStream().count());
            assertThat(reading.get(4, TimeUnit.SECONDS)).isEqualTo(1);
        } finally {
            end.countDown();
            for (var writer : writers) {
                writer.join();
            }
        }
    }

    @Test
    void followsFromEveryTokenWithoutGaps() {
        store.events.appendEvents(Events.stream("a", 150));
        assertThatThrownBy(() -> store.events.appendEvents(List.of(Events.event("a", 7))))
                .isInstanceOf(ConcurrencyException.class);
        store.events.appendEvents(Events.stream("b", 150));

        var all = follow(null);

        assertThat(all).hasSize(300).isSortedAccordingTo((x, y) -> Long.compare(position(x), position(y)));
        assertThat(all).allSatisfy(event -> assertThat(token(event).getGaps()).isEmpty());
        assertThat(follow(all.get(99).trackingToken())).hasSize(200);
        assertThat(follow(store.events.createTailToken())).hasSize(300);
        assertThat(follow(store.events.createHeadToken())).isEmpty();
        assertThat(all.getLast().trackingToken().covers(store.events.createHeadToken()))
                .isTrue();
    }

    @Test
    void neverGivesAnEventAMomentBeforeThatOfTheOneBeforeIt() {
        for (int minute : new int[] {120, 0, 119, 121, 60}) {
            GenericEventMessage.clock = Clock.fixed(NOON.plusSeconds(60L * minute), ZoneOffset.UTC);
            store.events.appendEvents(List.of(Events.event("of " + minute, 0), Events.event("and of " + minute, 0)));
        }

        var ahead = NOON.plusSeconds(7200);
        var further = NOON.plusSeconds(7260);
        assertThat(follow(null).stream().map(TrackedEventMessage::getTimestamp))
                .containsExactly(ahead, ahead, ahead, ahead, ahead, ahead, further, further, further, further);
    }

    /** A clock that was years ahead for a while, and a second event of what was recorded then. */
    @Test
    void givesTheMomentOfAnEventFarAheadToItsOwnAggregateAlone() {
        appendAt(NOON, Events.event("before", 0));
        appendAt(NOON.plus(Duration.ofDays(3650)), Events.event("ahead", 0));
        appendAt(NOON.plusSeconds(60), Events.event("other", 0), Events.event("ahead", 1));
        appendAt(NOON.plusSeconds(120), Events.event("before", 1));
        appendAt(NOON.plusSeconds(180), Events.event("ahead", 2));
        appendAt(NOON.plusSeconds(240), Events.event("other", 1));

        assertThat(moments("ahead")).containsOnly(NOON.plus(Duration.ofDays(3650)));
        assertThat(moments("before")).containsExactly(NOON, NOON.plusSeconds(120));
        assertThat(moments("other")).containsExactly(NOON.plusSeconds(60), NOON.plusSeconds(240));
    }

    private void appendAt(Instant now, DomainEventMessage<?>... events) {
        for (var event : events) {
            GenericEventMessage.clock = Clock.fixed(now, ZoneOffset.UTC);
            store.events.appendEvents(List.of(new GenericDomainEventMessage<>(
                    event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber(), event.getPayload())));
        }
    }

    private List<Instant> moments(String aggregate) {
        return store.events
                .readEvents(aggregate, 0)
                .asStream()
                .map(DomainEventMessage::getTimestamp)
                .toList();
    }

    @Test
    void findsTheTokenOfAnInstant() {
        for (int minute = 0; minute < 3; minute++) {
            GenericEventMessage.clock = Clock.fixed(NOON.plusSeconds(60L * minute), ZoneOffset.UTC);
            store.events.appendEvents(List.of(Events.event("a", minute)));
        }

        assertThat(follow(store.events.createTokenAt(NOON))).hasSize(3);
        assertThat(follow(store.events.createTokenAt(NOON.plusSeconds(61)))).hasSize(1);
        assertThat(follow(store.events.createTokenAt(NOON.plusSeconds(3600)))).isEmpty();
    }

    private List<? extends TrackedEventMessage<?>> follow(@Nullable TrackingToken token) {
        try (Stream<? extends TrackedEventMessage<?>> stream = store.events.readEvents(token, false)) {
            return stream.toList();
        }
    }

    /** Stores something else in the place of an event. */
    private void store(String id, long sequence, String word, String revision, String payload) {
        store.transactions.run(() -> store.tables
                .sql("UPDATE events SET payload_type = ?, payload_revision = ?, payload = ?"
                        + " WHERE aggregate_id = ? AND sequence = ?")
                .params(word, revision, payload.getBytes(UTF_8), id, sequence)
                .update());
    }

    private static long position(TrackedEventMessage<?> event) {
        return token(event).getIndex();
    }

    private static GapAwareTrackingToken token(TrackedEventMessage<?> event) {
        return (GapAwareTrackingToken) event.trackingToken();
    }

    private static void elsewhere(Runnable check) {
        try {
            CompletableFuture.runAsync(check).join();
        } catch (CompletionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
