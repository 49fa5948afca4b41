package io.keyledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.access.MembershipActivated;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.access.UserRenamed;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.reference.MetadataChanged;
import io.keyledger.query.rebuild.AllViews;
import io.keyledger.query.rebuild.History;
import io.keyledger.query.rebuild.RandomHistories;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.row.Recorded;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of the audit log, whichever database it is in. */
abstract class AuditLogContract {
    private static final Instant END = Instant.parse("2029-05-01T00:00:00Z");
    private static final String[] ROOMS = {
        "io.keyledger.query.app", "io.keyledger.query.access", "io.keyledger.query.customer", "io.keyledger.query.audit"
    };
    private static final AppRegistered REGISTERED =
            new AppRegistered("a", "org", "integration", "test", "client-a", "App", 7200, false, null, "role", null);
    private static final ClientSecretAdded SECRET =
            new ClientSecretAdded("a", "org", "s", null, "wxyz", "the verifier", "pepper", "P3Y", END);

    private final History history = new History();
    private final BrokenWrites writes = new BrokenWrites();

    private TestViews database;
    private AllViews views;

    abstract TestViews open(Path directory);

    @BeforeEach
    void begin(@TempDir Path directory) {
        database = open(directory);
        views = new AllViews(writes.over(database.database()), ROOMS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRegistrationWithItsSecretIsOneEntry() {
        history.add("a", REGISTERED, "one").add("a", SECRET, "one");
        var entry = only();
        assertThat(entry)
                .containsEntry("position", 1L)
                .containsEntry("organization_id", "org")
                .containsEntry("app_id", "a")
                .containsEntry("type", "app.registered")
                .containsEntry("types", List.of("app.registered", "client_secret.added"))
                .containsEntry("occurred_at", "2026-03-01T08:00:00.123Z")
                .containsEntry("previous_hash", null);
        assertThat(changes(entry))
                .containsEntry("name", Arrays.asList(null, "App"))
                .containsEntry("client_secret", Arrays.asList(null, null))
                .containsEntry("client_secrets/s.hint", Arrays.asList(null, "wxyz"));
    }

    @Test
    void twoChangesOfOneRequestAreOneEntryWithBothValuesEach() {
        history.add("a", REGISTERED)
                .add("a", new AppRenamed("a", "New"), "patch")
                .add("a", new TokenLifetimeChanged("a", 7200, 9000), "patch")
                .add("a", new MetadataChanged("api_credentials", "a", Map.of("k", 1)), "patch");
        var entry = entries().getLast();
        assertThat(entry).containsEntry("position", 2L);
        assertThat(entry.get("types")).isEqualTo(List.of("app.renamed", "token_lifetime.changed", "metadata.changed"));
        assertThat(changes(entry))
                .isEqualTo(Map.of(
                        "name", List.of("App", "New"),
                        "expires_in", List.of(7200, 9000),
                        "metadata", Arrays.asList(null, Map.of("k", 1))));
    }

    @Test
    void twoAggregatesOfOneCommandAreTwoEntriesAndMayTakeTurns() {
        var other =
                new AppRegistered("b", "org", "integration", "test", "client-b", "B", 7200, false, null, "role", null);
        history.add("a", REGISTERED, "one")
                .add("b", other, "one")
                .add("a", SECRET, "one")
                .add("b", new AppRenamed("b", "C"), "one");
        assertThat(entries()).extracting(entry -> entry.get("app_id")).containsExactly("a", "b");
        everyCutMakesTheSameChain(history.events());
    }

    @Test
    void whatChangesNothingThatIsShownIsToldWithItsFacts() {
        history.add("a", REGISTERED)
                .add("a", SECRET)
                .add("token/token", new TokenRevoked("a", "token", END))
                .add("a", new ClientSecretLeaked("a", "s", "https://example.com/found"));
        assertThat(entries()).hasSize(4);
        assertThat(entries().get(2))
                .containsEntry("type", "token.revoked")
                .containsEntry("app_id", "a")
                .containsEntry("resource_type", "api_credentials")
                .containsEntry("resource_id", "a")
                .containsEntry("changes", Map.of())
                .containsEntry("details", Map.of("token_id", "token", "expires_at", "2029-05-01T00:00:00.000Z"));
        assertThat(entries().getLast())
                .containsEntry("details", Map.of("client_secret_id", "s", "source_url", "https://example.com/found"));
        assertThat(changes(entries().getLast())).containsEntry("client_secrets/s.status", List.of("active", "revoked"));
    }

    /** An earlier build recorded the uses of an app in the app's own history. */
    @Test
    void tellsAUseInTheAppsOwnHistoryLikeOneInAStreamOfItsOwn() {
        var revoked = new TokenRevoked("a", "token", END);
        history.add("a", REGISTERED).add("a", revoked);
        var before = entries().getLast();
        history.add("token/other", revoked);
        var after = entries().getLast();

        for (var member : List.of("type", "app_id", "resource_type", "resource_id", "changes", "details")) {
            assertThat(after.get(member)).as(member).isEqualTo(before.get(member));
        }
    }

    @Test
    void hasNothingThatIsSecret() {
        history.add("a", REGISTERED).add("a", SECRET).add("a", new ClientSecretRemoved("a", "s"));
        entries();
        assertThat(rows(Chains.ENTRIES).stream().map(Document::toJson))
                .allSatisfy(text -> assertThat(text).doesNotContain("verifier", "pepper"));
    }

    @Test
    void aUserIsChangedInTheOrganizationOfTheAppHeActsBy() {
        var personal = new AppRegistered("p", "org", "user", "live", "client", "Own", 7200, false, null, null, "u");
        history.add("u", new UserRegistered("u", "ada@example.com", null, null))
                .add("p", personal)
                .add("u", new UserRenamed("u", "Ada", null));
        assertThat(entries().getLast())
                .containsEntry("organization_id", "org")
                .containsEntry("type", "user.renamed")
                .containsEntry("position", 2L);
    }

    @Test
    void everyOrganizationHasAChainOfItsOwn() {
        history.add("a", REGISTERED)
                .add("m", new MembershipActivated("m", "other", "u"))
                .add("a", new AppRenamed("a", "New"));
        var ours = entries().stream()
                .filter(e -> "org".equals(e.get("organization_id")))
                .toList();
        assertThat(ours).extracting(e -> e.get("position")).containsExactly(1L, 2L);
        assertThat(ours.getLast().get("previous_hash")).isEqualTo(hash(ours.getFirst()));
    }

    @Test
    void numbersThatNoDoubleHoldsAreNotRounded() {
        var number = new BigInteger("9007199254740993");
        history.add("a", REGISTERED).add("a", new MetadataChanged("api_credentials", "a", Map.of("n", number)));
        assertThat(changes(entries().getLast()))
                .containsEntry("metadata", Arrays.asList(null, Map.of("n", "9007199254740993")));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyCutMakesTheSameChain(long seed) {
        everyCutMakesTheSameChain(new RandomHistories(new Random(seed)).events(25));
    }

    @Test
    void aBatchThatBreaksAtAnyWriteIsMadeGoodByTheNext() {
        var events = new RandomHistories(new Random(7)).events(40).subList(0, 24);
        views.apply(events);
        var whole = log();
        for (int write = 0; write < 40; write++) {
            views.clear();
            views.apply(events.subList(0, 9));
            writes.breakAfter(write);
            var broke = breaks(() -> views.apply(events.subList(9, 24)));
            writes.heal();
            for (int at = 9; at < 24; at += 5) {
                views.apply(events.subList(at, at + 5));
            }
            assertThat(log()).as("after write " + write).isEqualTo(whole);
            if (!broke) {
                assertThat(write).as("writes of a batch").isGreaterThan(4);
                return;
            }
        }
    }

    private static boolean breaks(Runnable action) {
        try {
            action.run();
            return false;
        } catch (BrokenWrites.Broken e) {
            return true;
        }
    }

    private void everyCutMakesTheSameChain(List<Recorded> events) {
        views.clear();
        views.apply(events);
        var whole = log();
        assertThat(whole).isNotEmpty();
        for (int cut = 1; cut < events.size(); cut++) {
            views.clear();
            views.apply(events.subList(0, cut));
            views.apply(events.subList(cut, events.size()));
            assertThat(log()).as("cut after " + cut).isEqualTo(whole);
        }
        views.clear();
        events.forEach(event -> views.apply(List.of(event)));
        assertThat(log()).isEqualTo(whole);
    }

    private List<Document> log() {
        var log = rows(Chains.ENTRIES);
        log.addAll(rows(Chains.HEADS));
        return log;
    }

    private Map<String, @Nullable Object> only() {
        var all = entries();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<Map<String, @Nullable Object>> entries() {
        views.apply(history.events());
        return rows(Chains.ENTRIES).stream().map(AuditEntry::of).toList();
    }

    private List<Document> rows(String collection) {
        return database.database()
                .collection(collection)
                .find()
                .sort(new Document("position", 1).append("_id", 1))
                .into(new ArrayList<>());
    }

    private @Nullable Object hash(Map<String, @Nullable Object> entry) {
        return rows(Chains.ENTRIES).stream()
                .filter(row -> Objects.equals(row.get("_id"), entry.get("id")))
                .findFirst()
                .orElseThrow()
                .get("hash");
    }

    private static Map<String, @Nullable Object> changes(Map<String, @Nullable Object> entry) {
        var changes = new TreeMap<String, @Nullable Object>();
        ((Map<?, ?>) Objects.requireNonNull(entry.get("changes"))).forEach((k, v) -> changes.put(k.toString(), v));
        return changes;
    }
}
