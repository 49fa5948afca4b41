package io.keyledger.query.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ReadOptions;
import io.keyledger.http.read.ReadOptionsParser;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Grant;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.problem.RuleViolation;
import io.keyledger.query.reader.Reader;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.follow.View;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUse;
import io.keyledger.view.use.LastUses;
import io.keyledger.view.use.UseFollower;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** What both databases have to do for the view of expiries. The secret is made on 29 February for a year. */
@SuppressWarnings("NullAway.Init") // filled before each test
abstract class ExpiryContract {
    static final Instant MADE = Instant.parse("2024-02-29T12:00:00Z");
    static final Instant END = Instant.parse("2025-02-28T12:00:00Z");
    private static final ClientSecretAdded SECRET = secret("secret0001", "app0000001", "org0000001", END);
    private static final CertificateAdded CERTIFICATE = certificate("cert000001", END.plusSeconds(60));
    private static final Caller ADMIN = admin("org0000001");

    @TempDir
    Path directory;

    Instant now = MADE;

    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Recorded> history = new ArrayList<>();
    private TestViews views;
    private AnnotationConfigApplicationContext context;

    abstract TestViews open(Path directory);

    @BeforeEach
    void start() {
        views = open(directory);
        context = new AnnotationConfigApplicationContext();
        context.registerBean(ViewsDatabase.class, views::database);
        context.registerBean(EventStore.class, TestViews::eventStore);
        InstantSource time = () -> now;
        context.registerBean(Clock.class, () -> time.withZone(ZoneOffset.UTC));
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*(\\.web\\..*|Test.*)")));
        scanner.scan("io.keyledger.query.expiry", "io.keyledger.query.reader");
        context.refresh();
        views.start(List.of(group()));
    }

    @AfterEach
    void stop() {
        context.close();
        views.close();
    }

    @Test
    void showsASecret() {
        add("app0000001", SECRET);
        now = END.minus(Duration.ofDays(91)).minusSeconds(1);

        assertThat(row("secret0001").values())
                .containsEntry("kind", "client_secret")
                .containsEntry("hint", "abcd")
                .containsEntry("thumbprint_sha256", null)
                .containsEntry("app_id", "app0000001")
                .containsEntry("expires_at", END)
                .containsEntry("days_left", 91L)
                .containsEntry("state", "ok")
                .containsEntry("last_used_at", null)
                .containsEntry("next_notice_at", END.minus(Duration.ofDays(90)))
                .containsEntry("notices_given", List.of());
    }

    @Test
    void showsACertificate() {
        add("app0000001", CERTIFICATE);

        assertThat(row("cert000001").values())
                .containsEntry("kind", "certificate")
                .containsEntry("name", "Build server")
                .containsEntry("hint", null)
                .containsEntry("thumbprint_sha256", "s256")
                .containsEntry("expires_at", END.plusSeconds(60));
    }

    @Test
    void showsTheAppByItsPresentName() {
        add("app0000001", SECRET);
        database().collection("apps_v1").insertOne(new Document("_id", "app0000001").append("name", "Shop"));

        assertThat(row("secret0001").values()).containsEntry("app_name", "Shop");
    }

    @ParameterizedTest
    @CsvSource({
        "-7776001, ok, 90",
        "-7776000, expiring, 90",
        "-86400, expiring, 1",
        "-1, expiring, 0",
        "0, expired, 0",
        "1, expired, -1"
    })
    void changesItsStateWithTime(long secondsAfterTheEnd, String state, long daysLeft) {
        add("app0000001", SECRET);
        now = END.plusSeconds(secondsAfterTheEnd);

        assertThat(row("secret0001").values()).containsEntry("state", state).containsEntry("days_left", daysLeft);
        assertThat(ids("filter[state]", state)).containsExactly("secret0001");
    }

    @Test
    void showsARotatedSecretAsRetiringUntilItsDeadline() {
        add("app0000001", SECRET);
        var deadline = END.minus(Duration.ofDays(20));
        add("app0000001", new ClientSecretRotated("app0000001", "secret0001", "secret0002", deadline));
        now = deadline.minusSeconds(1);

        assertThat(row("secret0001").values())
                .containsEntry("state", "retiring")
                .containsEntry("expires_at", deadline)
                .containsEntry("next_notice_at", null);
        assertThat(ids("filter[state]", "retiring")).containsExactly("secret0001");
        now = deadline;
        assertThat(row("secret0001").values()).containsEntry("state", "expired");
    }

    @Test
    void findsEachInExactlyTheStateItShows() {
        fill();
        for (int day = 0; day <= 500; day += 7) {
            now = MADE.plus(Duration.ofDays(day));
            var counts = reader().counts(ADMIN, Resources.SECRET_EXPIRIES, options());
            for (var state : List.of("ok", "expiring", "retiring", "expired")) {
                var found = rows("filter[state]", state);
                assertThat(found).allSatisfy(row -> assertThat(row.values()).containsEntry("state", state));
                assertThat(counts).containsEntry(state, (long) found.size());
            }
            assertThat(counts.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(rows().size());
        }
    }

    @Test
    void countsWhateverStateIsAskedForAndHeedsTheOtherFilters() {
        fill();
        now = END;
        var all = reader().counts(ADMIN, Resources.SECRET_EXPIRIES, options());

        assertThat(reader().counts(ADMIN, Resources.SECRET_EXPIRIES, options("filter[state]", "ok")))
                .isEqualTo(all);
        assertThat(
                        reader()
                                .counts(ADMIN, Resources.SECRET_EXPIRIES, options("filter[app_id]", "app0000001"))
                                .values()
                                .stream()
                                .mapToLong(Long::longValue)
                                .sum())
                .isEqualTo(ids("filter[app_id]", "app0000001").size())
                .isPositive()
                .isLessThan(all.values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void findsWhatEndsWithinATime() {
        add("app0000001", SECRET);
        now = END.minus(Duration.ofDays(30)).minusSeconds(1);
        assertThat(ids("filter[within]", "P30D")).isEmpty();
        now = END.minus(Duration.ofDays(30));
        assertThat(ids("filter[within]", "P30D")).containsExactly("secret0001");
        assertThat(ids("filter[within]", "P4W2D")).containsExactly("secret0001");
        now = END;
        assertThat(ids("filter[within]", "P30D")).isEmpty();
    }

    @Test
    void putsTheOneThatEndsFirstFirst() {
        add("app0000001", CERTIFICATE);
        add("app0000001", SECRET);

        assertThat(ids()).containsExactly("secret0001", "cert000001");
    }

    @Test
    void countsWhatWasNeverUsedAsUnusedSinceItsMaking() {
        add("app0000001", SECRET);
        now = MADE.plus(Duration.ofDays(90)).minusSeconds(1);
        assertThat(ids("filter[unused_for]", "P90D")).isEmpty();
        now = MADE.plus(Duration.ofDays(90));
        assertThat(ids("filter[unused_for]", "P90D")).containsExactly("secret0001");
    }

    @Test
    void followsTheLastUse() {
        add("app0000001", SECRET);
        var usedAt = MADE.plus(Duration.ofDays(50));
        use("secret0001", usedAt);
        use("secret0001", usedAt.minusSeconds(600));
        now = usedAt.plus(Duration.ofDays(90)).minusSeconds(1);

        assertThat(row("secret0001").values()).containsEntry("last_used_at", usedAt);
        assertThat(ids("filter[unused_for]", "P90D")).isEmpty();
        assertThat(ids("filter[q][last_used_at_lteq]", usedAt.toString())).containsExactly("secret0001");
        now = usedAt.plus(Duration.ofDays(90));
        assertThat(ids("filter[unused_for]", "P90D")).containsExactly("secret0001");
    }

    @Test
    void knowsAUseThatWasNotedBeforeItsRow() {
        var usedAt = MADE.plus(Duration.ofDays(50));
        use("secret0001", usedAt);
        add("app0000001", SECRET);
        now = usedAt.plus(Duration.ofDays(90)).minusSeconds(1);

        assertThat(ids("filter[unused_for]", "P90D")).isEmpty();
    }

    @Test
    void keepsTheUseThroughLaterEvents() {
        add("app0000001", SECRET);
        var usedAt = MADE.plus(Duration.ofDays(300));
        use("secret0001", usedAt);
        add("app0000001", notice(90));
        now = usedAt.plusSeconds(60);

        assertThat(ids("filter[unused_for]", "P30D")).isEmpty();
        assertThat(row("secret0001").values()).containsEntry("last_used_at", usedAt);
    }

    @Test
    void showsTheNoticesGivenAndTheNextOne() {
        add("app0000001", SECRET);
        add("app0000001", notice(90));
        add("app0000001", notice(60));

        assertThat(row("secret0001").values())
                .containsEntry("notices_given", List.of("P90D", "P60D"))
                .containsEntry("next_notice_at", END.minus(Duration.ofDays(30)));
        add("app0000001", new ClientSecretExpired("app0000001", "secret0001", END));
        assertThat(row("secret0001").values()).containsEntry("next_notice_at", null);
    }

    @Test
    void goesByTheNoticesOfItsOrganization() {
        add("app0000001", SECRET);
        add("app0000001", CERTIFICATE);
        add("app0000009", secret("foreign001", "app0000009", "org0000002", END));
        adopt("org0000001", 30, 7);
        now = END.minus(Duration.ofDays(40));

        assertThat(row("secret0001").values())
                .containsEntry("state", "ok")
                .containsEntry("next_notice_at", END.minus(Duration.ofDays(30)));
        assertThat(ids("filter[state]", "expiring")).isEmpty();
        now = END.minus(Duration.ofDays(30));
        assertThat(row("secret0001").values()).containsEntry("state", "expiring");
        assertThat(ids("filter[state]", "expiring")).containsExactly("secret0001");
        add("app0000001", notice(30));
        add("app0000001", secret("secret0002", "app0000001", "org0000001", END));
        assertThat(row("secret0001").values()).containsEntry("next_notice_at", END.minus(Duration.ofDays(7)));
        assertThat(row("secret0002").values()).containsEntry("next_notice_at", END.minus(Duration.ofDays(30)));
        adopt("org0000001");
        assertThat(row("secret0001").values())
                .containsEntry("next_notice_at", null)
                .containsEntry("state", "ok");
        assertThat(stored())
                .filteredOn(row -> row.getString("organization_id").equals("org0000002"))
                .singleElement()
                .satisfies(row -> assertThat(row.getDate("next_notice_at").toInstant())
                        .isEqualTo(END.minus(Duration.ofDays(90))));
    }

    @Test
    void givesNoMoreNoticesOfWhatHasASuccessorWhateverTheOrganizationSays() {
        add("app0000001", SECRET);
        add("app0000001", new ClientSecretRotated("app0000001", "secret0001", "secret0002", END));
        adopt("org0000001", 300);

        assertThat(row("secret0001").values()).containsEntry("next_notice_at", null);
    }

    @Test
    void goesThroughMoreRowsThanOneBatch() {
        var secrets = IntStream.range(0, 1203)
                .mapToObj(i -> secret("secr%06d".formatted(i), "app0000001", "org0000001", END))
                .toList();
        secrets.forEach(secret -> record(MADE, "app0000001", secret));
        group().projection().apply(database(), history);
        adopt("org0000001", 5);

        assertThat(stored())
                .hasSize(1203)
                .allSatisfy(row ->
                        assertThat(row.getDate("next_notice_at").toInstant()).isEqualTo(END.minus(Duration.ofDays(5))));
    }

    @Test
    void isTheSameWhicheverCameFirst() {
        add("app0000001", SECRET);
        adopt("org0000001", 60, 30);
        add("app0000001", notice(60));
        adopt("org0000001", 20);
        add("app0000001", CERTIFICATE);
        var before = stored();
        database().collection(ExpiryViews.COLLECTION).deleteMany(new Document());
        database().collection(NoticeProjector.COLLECTION).deleteMany(new Document());
        group().projection().apply(database(), history);

        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void leavesWhenItIsTakenAway(DomainEvent end) {
        add("app0000001", SECRET);
        add("app0000001", CERTIFICATE);
        var before = ids();
        add("app0000001", end);

        assertThat(ids()).isSubsetOf(before).hasSizeLessThan(before.size());
    }

    static List<DomainEvent> ends() {
        return List.of(
                new ClientSecretRemoved("app0000001", "secret0001"),
                new ClientSecretLeaked("app0000001", "secret0001", null),
                new CertificateRemoved("app0000001", "cert000001"),
                new AppDeleted("app0000001", "org0000001"));
    }

    @Test
    void staysForNinetyDaysAfterItsEnd() {
        add("app0000001", SECRET);
        add("app0000001", CERTIFICATE);
        add("app0000002", certificate("cert000002", END.plus(Duration.ofDays(90))));
        at(END, "app0000001", new ClientSecretExpired("app0000001", "secret0001", END));
        at(END.plusSeconds(61), "app0000001", new CertificateExpired("app0000001", "cert000001", END.plusSeconds(60)));
        assertThat(ids()).contains("secret0001", "cert000001");

        var later = END.plus(Duration.ofDays(90));
        at(later.plusSeconds(1), "app0000002", new CertificateExpired("app0000002", "cert000002", later));
        assertThat(ids()).containsExactly("cert000001", "cert000002");
    }

    @Test
    void isTheSameAfterARebuild() {
        fill();
        use("secret0003", MADE.plus(Duration.ofDays(20)));
        var before = stored();
        database().collection(ExpiryViews.COLLECTION).deleteMany(new Document());
        group().projection().apply(database(), history);
        assertThat(stored()).isEqualTo(before).isNotEmpty();

        group().projection().apply(database(), history.subList(history.size() / 2, history.size()));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void showsNothingOfOtherOrganizations() {
        fill();
        add("app0000009", secret("foreign001", "app0000009", "org0000002", END));
        now = END;

        assertThat(ids()).doesNotContain("foreign001");
        assertThatThrownBy(() -> row("foreign001")).isInstanceOf(RuleViolation.class);
        assertThat(reader().counts(admin("org0000002"), Resources.SECRET_EXPIRIES, options()))
                .containsEntry("expired", 1L)
                .containsEntry("ok", 0L);
    }

    ViewsDatabase database() {
        return views.database();
    }

    void add(String appId, DomainEvent event) {
        at(MADE, appId, event);
    }

    private void adopt(String organization, Integer... days) {
        var notices = List.of(days);
        add(
                "policy" + organization,
                new CredentialPolicyChanged(organization, true, null, null, null, null, notices, null, false));
    }

    /** Some of everything. */
    private void fill() {
        for (int i = 1; i <= 8; i++) {
            var app = "app000000" + i % 3;
            add(app, secret("secret000" + i, app, "org0000001", END.plus(Duration.ofDays(10L * i))));
            if (i % 3 == 0) {
                var deadline = MADE.plus(Duration.ofDays(30L * i));
                add(app, new ClientSecretRotated(app, "secret000" + i, "secret0001", deadline));
            }
        }
        add("app0000001", CERTIFICATE);
        add("app0000001", notice(90));
        add("app0000002", new ClientSecretRemoved("app0000002", "secret0002"));
        adopt("org0000001", 120, 30);
    }

    private void at(Instant at, String appId, DomainEvent event) {
        record(at, appId, event);
        group().projection().apply(database(), List.of(history.getLast()));
    }

    private void record(Instant at, String appId, DomainEvent event) {
        var sequence = sequences.merge(appId, 0L, (last, first) -> last + 1);
        var id = "event-" + history.size();
        history.add(new Recorded(event, appId, sequence, at, id, history.size(), MetaData.emptyInstance()));
    }

    /** As the writer of uses does it. */
    private void use(String id, Instant at) {
        var uses = Map.of(id, new LastUse(at, null), "app0000001", new LastUse(at, null));
        new LastUses(database()).write(uses);
        context.getBean(UseFollower.class).used(uses);
    }

    private List<Document> stored() {
        return database()
                .collection(ExpiryViews.COLLECTION)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private Row row(String id) {
        return reader().get(ADMIN, Resources.SECRET_EXPIRIES, id);
    }

    private List<String> ids(String... parameters) {
        return rows(parameters).stream().map(Row::id).toList();
    }

    private List<Row> rows(String... parameters) {
        return reader().list(ADMIN, Resources.SECRET_EXPIRIES, options(parameters))
                .rows();
    }

    private static ReadOptions options(String... parameters) {
        var all = new HashMap<String, String[]>(Map.of("page[size]", new String[] {"25"}));
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], new String[] {parameters[i + 1]});
        }
        return ReadOptionsParser.list(Resources.SECRET_EXPIRIES, all);
    }

    private Reader reader() {
        return context.getBean(Reader.class);
    }

    private View group() {
        return context.getBean(View.class);
    }

    private static Caller admin(String organization) {
        var grant = new Grant(organization, "", "admin", Map.of(), null, true, null);
        return new Caller("user", "user000001", "Ada", "client-1", Map.of(organization, grant));
    }

    private static ExpiryNoticeGiven notice(int days) {
        return new ExpiryNoticeGiven("app0000001", "secret0001", "client_secret", days, END);
    }

    static ClientSecretAdded secret(String id, String appId, String organizationId, Instant end) {
        return new ClientSecretAdded(appId, organizationId, id, null, "abcd", "v-" + id, "p1", "P1Y", end);
    }

    private static CertificateAdded certificate(String id, Instant end) {
        return new CertificateAdded(
                id.equals("cert000002") ? "app0000002" : "app0000001",
                "org0000001",
                id,
                "Build server",
                "CN=a",
                "CN=a",
                "01",
                "s1",
                "s256",
                "EC",
                256,
                MADE,
                end,
                "");
    }
}
