package io.keyledger.query.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.http.read.ReadOptionsParser;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Grant;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.query.reader.Reader;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.follow.View;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUse;
import io.keyledger.view.use.LastUses;
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
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** What both databases have to do for the end of tokens already issued. */
@SuppressWarnings("NullAway.Init") // filled before each test
abstract class LastTokenContract {
    private static final Instant MADE = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ORGANIZATION = "org0000001";
    private static final String APP = "app0000001";
    private static final String OTHER = "app0000002";
    private static final Instant UNTIL = MADE.plus(Duration.ofDays(100));

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
        scanner.scan("io.keyledger.query.lifetime", "io.keyledger.query.reader");
        context.refresh();
        views.start(groups());
        register(APP);
        register(OTHER);
        secret("secret0001");
        secret("secret0002");
    }

    @AfterEach
    void stop() {
        context.close();
        views.close();
    }

    @Test
    void isThatOfTheTokenThatLivesLongest() {
        assertThat(last()).isNull();

        got(APP, Instant.EPOCH, UNTIL.minusSeconds(2));
        got("secret0001", Instant.EPOCH, UNTIL);
        got("secret0002", Instant.EPOCH, UNTIL.minusSeconds(1));

        assertThat(last()).isEqualTo(UNTIL);
        got("secret0001", Instant.EPOCH, UNTIL.minusSeconds(9));
        assertThat(last()).isEqualTo(UNTIL);
        assertThat(row(OTHER)).isNull();
        now = UNTIL.plusSeconds(1);
        assertThat(last()).isNull();
    }

    static Stream<DomainEvent> ends() {
        return Stream.of(new TokensRevoked(APP), new AppDisabled(APP));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void isNoneWhenAllWereEndedUntilThereAreOthers(DomainEvent end) {
        got(APP, Instant.EPOCH, UNTIL);
        got("secret0001", Instant.EPOCH, UNTIL);

        add(APP, end);

        assertThat(last()).isNull();
        got("secret0002", Instant.EPOCH, UNTIL.plusSeconds(60)); // by a node that had not heard of it
        assertThat(last()).isNull();
        got("secret0001", MADE, MADE.plusSeconds(7200)); // the lifetime is shorter now
        assertThat(last()).isEqualTo(MADE.plusSeconds(7200));
        got("secret0001", Instant.EPOCH, UNTIL.plusSeconds(120));
        assertThat(last()).isEqualTo(MADE.plusSeconds(7200));
    }

    static Stream<DomainEvent> removals() {
        return Stream.of(
                new ClientSecretRemoved(APP, "secret0001"),
                new ClientSecretLeaked(APP, "secret0001", null),
                new ClientSecretRotated(APP, "secret0001", "secret0002", MADE));
    }

    @ParameterizedTest
    @MethodSource("removals")
    void leavesOutWhatEndedWithItsSecret(DomainEvent end) {
        got("secret0001", Instant.EPOCH, UNTIL);
        now = MADE.plusSeconds(1);

        add(APP, end);

        assertThat(last()).isNull();
        got("secret0002", Instant.EPOCH, UNTIL.minusSeconds(1));
        assertThat(last()).isEqualTo(UNTIL.minusSeconds(1));
    }

    @Test
    void isNotLaterThanTheEndOfARotatedSecret() {
        got("secret0001", Instant.EPOCH, UNTIL);

        add(APP, new ClientSecretRotated(APP, "secret0001", "secret0002", MADE.plusSeconds(3600)));

        assertThat(last()).isEqualTo(MADE.plusSeconds(3600));
    }

    @Test
    void leavesOutWhatEndedWithItsCertificate() {
        add(
                APP,
                new CertificateAdded(
                        APP,
                        ORGANIZATION,
                        "certif0001",
                        null,
                        "CN=a",
                        "CN=a",
                        "1",
                        "",
                        "print",
                        "EC",
                        256,
                        MADE,
                        UNTIL,
                        "der"));
        got("certif0001", Instant.EPOCH, UNTIL);
        assertThat(last()).isEqualTo(UNTIL);
        add(APP, new CertificateExpired(APP, "certif0001", MADE));
        assertThat(last()).isEqualTo(UNTIL);

        add(APP, new CertificateRemoved(APP, "certif0001"));

        assertThat(last()).isNull();
    }

    @Test
    void isTheSameAfterARebuildAndGoesWithItsApp() {
        got("secret0002", Instant.EPOCH, UNTIL);
        add(APP, new TokensRevoked(APP));
        got("secret0002", MADE, UNTIL.minusSeconds(1));
        for (var collection : List.of("token_lifetimes_v1", "token_credentials_v1")) {
            database().collection(collection).deleteMany(new Document());
        }
        apply(history);
        assertThat(last()).isEqualTo(UNTIL.minusSeconds(1));

        add(APP, new AppDeleted(APP, ORGANIZATION));

        assertThat(database().collection("token_credentials_v1").countDocuments())
                .isZero();
    }

    private void secret(String id) {
        add(
                APP,
                new ClientSecretAdded(
                        APP, ORGANIZATION, id, null, "hint", "hash", "pepper", "P3Y", UNTIL.plusSeconds(9)));
    }

    private void register(String id) {
        add(
                id,
                new AppRegistered(
                        id, ORGANIZATION, "integration", "live", "client-" + id, "App", 7200, false, null, null, null));
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

    private void got(String source, Instant since, Instant until) {
        new LastUses(database()).write(Map.of(source, new LastUse(MADE, new LastUse.Tokens(since, until))));
    }

    private ViewsDatabase database() {
        return views.database();
    }

    private @Nullable Object last() {
        return row(APP);
    }

    private @Nullable Object row(String app) {
        return context
                .getBean(Reader.class)
                .list(ADMIN, Resources.TOKEN_LIFETIMES, ReadOptionsParser.list(Resources.TOKEN_LIFETIMES, Map.of()))
                .rows()
                .stream()
                .filter(row -> row.id().equals(app))
                .findFirst()
                .orElseThrow()
                .values()
                .get("latest_token_expires_at");
    }
}
