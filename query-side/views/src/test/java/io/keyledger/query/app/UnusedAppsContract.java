package io.keyledger.query.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.http.description.ReadOptions;
import io.keyledger.http.read.ReadOptionsParser;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Grant;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
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
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** What both databases have to do for lists of apps by their last use. */
@SuppressWarnings("NullAway.Init") // filled before each test
abstract class UnusedAppsContract {
    private static final Instant MADE = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ORGANIZATION = "org0000001";
    private static final String BUSY = "app0000001";
    private static final String QUIET = "app0000002";

    /** A public app: it has no credential that could be listed as unused. */
    private static final String NEVER = "app0000003";

    private static final Caller ADMIN = new Caller(
            "user",
            "user000001",
            "Ada",
            "client-1",
            Map.of(ORGANIZATION, new Grant(ORGANIZATION, "", "admin", Map.of(), null, true, null)));

    @TempDir
    Path directory;

    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Recorded> history = new ArrayList<>();
    private Instant now = MADE;
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
        scanner.scan("io.keyledger.query.app", "io.keyledger.query.reader");
        context.refresh();
        views.start(groups());
        register(BUSY, "integration");
        register(QUIET, "integration");
        register(NEVER, "sales_channel");
        use(BUSY, MADE.plus(Duration.ofDays(80)));
        use(QUIET, MADE.plus(Duration.ofDays(20)));
        now = MADE.plus(Duration.ofDays(100));
    }

    @AfterEach
    void stop() {
        context.close();
        views.close();
    }

    @Test
    void filtersByTheLastUseNullIncluded() {
        assertThat(ids("filter[q][last_used_at_null]", "true")).containsExactly(NEVER);
        assertThat(ids("filter[q][last_used_at_not_null]", "true")).containsExactly(BUSY, QUIET);
        assertThat(ids("filter[q][last_used_at_lt]", "2026-04-01")).containsExactly(QUIET);
        assertThat(ids("filter[q][last_used_at_gteq]", "2026-04-01T00:00:00Z")).containsExactly(BUSY);
    }

    @Test
    void sortsByTheLastUse() {
        assertThat(ids("sort", "last_used_at")).containsExactly(NEVER, QUIET, BUSY);
        assertThat(ids("sort", "-last_used_at")).containsExactly(BUSY, QUIET, NEVER);
    }

    @Test
    void findsWhatWasNotUsedForSoLongAlsoAPublicAppThatNeverWas() {
        assertThat(ids("filter[unused_for]", "P90D")).containsExactly(NEVER);
        assertThat(ids("filter[unused_for]", "P30D")).containsExactly(QUIET, NEVER);
        assertThat(ids("filter[unused_for]", "P1D")).containsExactly(BUSY, QUIET, NEVER);
        assertThat(ids("filter[unused_for]", "P101D")).isEmpty();
    }

    @Test
    void keepsTheLatestUse() {
        use(BUSY, MADE.plus(Duration.ofDays(70)));

        assertThat(ids("filter[unused_for]", "P25D")).containsExactly(QUIET, NEVER);
    }

    @Test
    void keepsAUseThroughEventsAndARebuild() {
        add(BUSY, new AppRenamed(BUSY, "Busy"));
        assertThat(ids("sort", "-last_used_at")).containsExactly(BUSY, QUIET, NEVER);

        database().collection("apps_v1").deleteMany(new Document());
        apply(history);
        assertThat(ids("sort", "-last_used_at")).containsExactly(BUSY, QUIET, NEVER);
    }

    /** A use that is stored already and that no row has: an event that replaces the row brings it. */
    @Test
    void takesInAStoredUseWithTheNextEvent() {
        new LastUses(database()).write(Map.of(NEVER, new LastUse(now, null)));
        add(NEVER, new AppRenamed(NEVER, "Not any more"));

        assertThat(ids("filter[q][last_used_at_null]", "true")).isEmpty();
    }

    private void register(String id, String kind) {
        add(
                id,
                new AppRegistered(
                        id, ORGANIZATION, kind, "live", "client-" + id, "App", 7200, false, null, null, null));
    }

    private void add(String aggregate, DomainEvent event) {
        var sequence = sequences.merge(aggregate, 0L, (last, first) -> last + 1);
        var id = "event-" + history.size();
        history.add(new Recorded(event, aggregate, sequence, MADE, id, history.size(), MetaData.emptyInstance()));
        apply(List.of(history.getLast()));
    }

    private void apply(List<Recorded> events) {
        groups().forEach(group -> group.projection().apply(database(), events));
    }

    private List<View> groups() {
        return List.copyOf(context.getBeansOfType(View.class).values());
    }

    /** As the writer of uses does it. */
    private void use(String id, Instant at) {
        var uses = Map.of(id, new LastUse(at, null));
        new LastUses(database()).write(uses);
        context.getBean(UseFollower.class).used(uses);
    }

    private ViewsDatabase database() {
        return views.database();
    }

    private List<String> ids(String name, String value) {
        return context
                .getBean(Reader.class)
                .list(ADMIN, Resources.APP_REGISTRATIONS, options(name, value))
                .rows()
                .stream()
                .map(row -> row.id())
                .toList();
    }

    private static ReadOptions options(String name, String value) {
        return ReadOptionsParser.list(Resources.APP_REGISTRATIONS, Map.of(name, new String[] {value}));
    }
}
