package io.keyledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.audit.AuditCheckpointSigned;
import io.keyledger.kernel.audit.CheckpointSigner.Verdict;
import io.keyledger.kernel.audit.RecordCheckpoint;
import io.keyledger.query.rebuild.AllViews;
import io.keyledger.query.rebuild.History;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.row.Recorded;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointsTest {
    private static final String ORGANIZATION = "org0000001";
    private static final AuditSettings SETTINGS = new AuditSettings(5, Duration.ofHours(1), Duration.ofSeconds(10));

    private final TestCheckpointSigner signer = new TestCheckpointSigner();
    private final History history = new History();
    private final List<RecordCheckpoint> recorded = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T09:00:00Z");

    private TestViews database;
    private AllViews views;
    private AuditLog log;
    private CheckpointMaker maker;

    @BeforeEach
    void open(@TempDir Path directory) {
        database = TestViews.embedded(directory, TestViews.eventStore());
        views = new AllViews(database.database(), "io.keyledger.query.app", "io.keyledger.query.audit");
        log = new AuditLog(database.database(), () -> true);
        maker = new CheckpointMaker(log, signer, commands(), SETTINGS, clock());
        history.add(
                "a", new AppRegistered("a", ORGANIZATION, "webapp", "test", "c", "App", 7200, false, null, null, null));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isMadeAfterSoManyEntries() {
        grow(3);
        maker.look();
        assertThat(recorded).isEmpty();
        grow(1);
        maker.look();
        assertThat(recorded).extracting(RecordCheckpoint::position).containsExactly(5L);
        assertThat(signer.check(recorded.getFirst().jws())).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void isMadeAfterSoLongWhenThereIsSomethingNew() {
        grow(1);
        maker.look();
        now = now.plus(Duration.ofHours(1));
        maker.look();
        assertThat(recorded).extracting(RecordCheckpoint::position).containsExactly(2L);
        now = now.plus(Duration.ofHours(9));
        maker.look();
        assertThat(recorded).hasSize(1);
    }

    @Test
    void isShownAndHeldAgainstTheLog() {
        grow(4);
        maker.look();
        assertThat(log.checkpoints(ORGANIZATION))
                .extracting(Checkpoint::position)
                .containsExactly(5L);
        assertThat(finding())
                .matches(Finding::valid)
                .extracting(Finding::proven)
                .isEqualTo(5L);
    }

    @Test
    void findsALogThatWasRebuiltFromOtherEvents() {
        grow(4);
        maker.look();
        var forged = new ArrayList<>(history.events());
        var third = forged.get(3);
        forged.set(
                3,
                new Recorded(
                        new AppRenamed("a", "Forged"),
                        third.aggregateId(),
                        third.sequence(),
                        third.at(),
                        third.id(),
                        third.position(),
                        third.metaData()));
        views.clear();
        views.apply(forged);
        recorded.forEach(this::publish);
        assertThat(finding().brokenAt()).isEqualTo(1L);
        assertThat(finding().reason()).contains("not the one that was signed");
    }

    /** By an attacker who can change the view, but not the events. */
    @ParameterizedTest
    @ValueSource(strings = {"changes", "details", "actor", "request_id", "ip", "app_id", "resource_id", "type", "hash"})
    void findsAnEntryThatWasChangedInTheViewUntilItIsRebuilt(String field) {
        grow(4);
        maker.look();
        var value = field.equals("type") ? List.of("app.deleted") : "{\"forged\":true}";
        entries().updateOne(new Document("position", 3L), new Document("$set", new Document(field, value)));
        assertThat(finding()).matches(found -> !found.valid(), "is broken");
        assertThat(finding().brokenAt()).isEqualTo(3L);

        views.clear();
        views.apply(history.events());
        recorded.forEach(this::publish);
        assertThat(finding()).matches(Finding::valid, "is whole").returns(5L, Finding::proven);
    }

    @Test
    void findsAnEntryThatWasTakenOutOfTheView() {
        grow(4);
        maker.look();
        entries().deleteOne(new Document("position", 3L));
        assertThat(finding().brokenAt()).isEqualTo(3L);
    }

    @Test
    void isNotMadeOfALogThatIsNotTheOneThatWasSigned() {
        grow(4);
        maker.look();
        entries().updateOne(new Document("position", 5L), new Document("$set", new Document("hash", "0".repeat(64))));
        grow(5);
        maker.look();
        assertThat(recorded).hasSize(1);
    }

    @Test
    void isMadeAgainWhenAnotherKeySigns() {
        grow(4);
        maker.look();
        signer.rotate("two");
        var restarted = new CheckpointMaker(log, signer, commands(), SETTINGS, clock());
        restarted.look();
        now = now.plus(Duration.ofHours(1));
        restarted.look();
        assertThat(recorded).extracting(RecordCheckpoint::keyId).containsExactly("one", "two");
    }

    private MongoCollection<Document> entries() {
        return database.database().collection(Chains.ENTRIES);
    }

    private Finding finding() {
        var check = new ChainCheck(log.checkpoints(ORGANIZATION), checkpoint -> signer.check(checkpoint.jws()));
        log.read(ORGANIZATION, log.length(ORGANIZATION), check::accept);
        return check.finding();
    }

    private void grow(int entries) {
        for (int i = 0; i < entries; i++) {
            history.add("a", new AppRenamed("a", "Name " + history.events().size()));
        }
        views.apply(history.events());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private CommandGateway commands() {
        return (CommandGateway) Proxy.newProxyInstance(
                CommandGateway.class.getClassLoader(),
                new Class<?>[] {CommandGateway.class},
                (p, method, arguments) -> {
                    var command = (RecordCheckpoint) ((CommandMessage<?>) arguments[0]).getPayload();
                    recorded.add(command);
                    publish(command);
                    return command;
                });
    }

    private void publish(RecordCheckpoint command) {
        var event = new AuditCheckpointSigned(
                command.trailId().value(),
                ORGANIZATION,
                command.position(),
                command.hash(),
                command.keyId(),
                command.signedAt(),
                command.jws());
        views.apply(List.of(new Recorded(
                event,
                command.trailId().value(),
                recorded.size(),
                now,
                "c" + recorded.size(),
                1000,
                MetaData.emptyInstance())));
    }
}
