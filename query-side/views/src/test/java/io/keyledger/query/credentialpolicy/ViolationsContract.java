package io.keyledger.query.credentialpolicy;

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
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.credentialpolicy.PolicyAttributes;
import io.keyledger.kernel.credentialpolicy.PolicyViolations;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.organization.OrganizationRegistered;
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

/** What both databases have to do for the list of violations. */
@SuppressWarnings("NullAway.Init") // filled before each test
abstract class ViolationsContract {
    static final Instant MADE = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant END = Instant.parse("2029-03-01T12:00:00Z");
    static final String ORGANIZATION = "org0000001";
    private static final String APP = "app0000001";
    private static final Caller ADMIN = admin(ORGANIZATION);

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
        scanner.scan("io.keyledger.query.credentialpolicy", "io.keyledger.query.reader");
        context.refresh();
        views.start(groups());
        add(ORGANIZATION, new OrganizationRegistered(ORGANIZATION, "One", "one", "eu", "user000001", "o@e.org"));
    }

    @AfterEach
    void stop() {
        context.close();
        views.close();
    }

    @Test
    void listsNothingAsLongAsThePolicyAllowsEverything() {
        fill();

        assertThat(rows()).isEmpty();
    }

    @Test
    void showsASecretThatWasMadeForTooLong() {
        register(APP, 7200);
        add(APP, secret("secret0001", "P3Y"));
        database().collection("apps_v1").insertOne(new Document("_id", APP).append("name", "Shop"));
        use("secret0001", MADE.plusSeconds(60));
        adopt(Map.of("max_secret_duration", "P1Y"));

        assertThat(only().values())
                .containsEntry("rule", "max_secret_duration")
                .containsEntry("code", "POLICY_SECRET_DURATION")
                .containsEntry("limit", "P1Y")
                .containsEntry("measure", 3 * 366)
                .containsEntry("unused_since", null)
                .containsEntry("app_id", APP)
                .containsEntry("app_name", "Shop")
                .containsEntry("credential_kind", "client_secret")
                .containsEntry("credential_id", "secret0001")
                .containsEntry("credential_hint", "abcd")
                .containsEntry("expires_at", END)
                .containsEntry("last_used_at", MADE.plusSeconds(60))
                .containsEntry("created_at", MADE);
        assertThat(reader().get(ADMIN, Resources.POLICY_VIOLATIONS, only().id()))
                .isEqualTo(only());
        adopt(Map.of("max_secret_duration", "P3Y"));
        assertThat(rows()).isEmpty();
    }

    @Test
    void doesNotFindByItsIdWhatViolatesNothing() {
        register(APP, 7200);
        add(APP, secret("secret0001", "P3Y"));
        adopt(Map.of("max_secret_duration", "P1Y"));
        var id = only().id();
        adopt(Map.of("max_secret_duration", "P3Y"));

        assertThatThrownBy(() -> reader().get(ADMIN, Resources.POLICY_VIOLATIONS, id))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void showsEverySecretWhereNoneIsAllowed() {
        register(APP, 7200);
        add(APP, secret("secret0001", "P1Y"));
        add(APP, certificate("cert000001", MADE, MADE.plus(Duration.ofDays(30))));
        adopt(Map.of("client_secrets_allowed", false));

        assertThat(only().values())
                .containsEntry("rule", "client_secrets_allowed")
                .containsEntry("limit", "false")
                .containsEntry("measure", 1)
                .containsEntry("credential_id", "secret0001");
    }

    @Test
    void showsACertificateThatIsValidForTooLongUpToItsVeryEnd() {
        register(APP, 7200);
        var end = MADE.plus(Duration.ofDays(400));
        add(APP, certificate("cert000001", MADE, end));
        adopt(Map.of("max_certificate_duration", "P1Y"));

        assertThat(only().values())
                .containsEntry("rule", "max_certificate_duration")
                .containsEntry("measure", 400)
                .containsEntry("credential_kind", "certificate")
                .containsEntry("credential_name", "Build server");
        now = end;
        assertThat(rules()).contains("max_certificate_duration");
        now = end.plusMillis(1);
        assertThat(rules()).doesNotContain("max_certificate_duration");
    }

    @Test
    void showsAnAppWhoseTokensLiveTooLong() {
        register(APP, 14_401);
        adopt(Map.of("max_token_lifetime", 14_400));

        assertThat(only().values())
                .containsEntry("rule", "max_token_lifetime")
                .containsEntry("measure", 14_401)
                .containsEntry("limit", "14400")
                .containsEntry("expires_at", null);
        add(APP, new TokenLifetimeChanged(APP, 14_401, 14_400));
        assertThat(rows()).isEmpty();
    }

    @Test
    void countsLiveSecretsAtTheTimeOfTheReading() {
        register(APP, 7200);
        add(APP, secret("secret0001", "P3Y"));
        add(APP, secret("secret0002", "P3Y"));
        add(APP, secret("secret0003", "P3Y"));
        adopt(Map.of("max_live_secrets", 1));
        var deadline = MADE.plus(Duration.ofDays(7));
        add(APP, new ClientSecretRotated(APP, "secret0001", "secret0003", deadline));

        now = deadline.minusMillis(1);
        assertThat(only().values()).containsEntry("rule", "max_live_secrets").containsEntry("measure", 3);
        now = deadline;
        assertThat(only().values()).containsEntry("measure", 2);
        add(APP, new ClientSecretExpired(APP, "secret0001", deadline));
        assertThat(only().values()).containsEntry("measure", 2);
        add(APP, new ClientSecretLeaked(APP, "secret0002", null));
        assertThat(rows()).isEmpty();
    }

    @Test
    void leavesOutWhatIsPastTheEndOfItsOverlap() {
        register(APP, 7200);
        add(APP, secret("secret0001", "P3Y"));
        adopt(Map.of("client_secrets_allowed", false, "max_secret_duration", "P1Y"));
        var deadline = MADE.plus(Duration.ofDays(7));
        add(APP, new ClientSecretRotated(APP, "secret0001", "secret0002", deadline));

        now = deadline.minusMillis(1);
        assertThat(rows()).hasSize(2).allSatisfy(row -> assertThat(row.values()).containsEntry("expires_at", deadline));
        now = deadline;
        assertThat(rows()).isEmpty();
    }

    @Test
    void showsWhatWasNotUsedForTooLong() {
        register(APP, 7200);
        add(APP, secret("secret0001", "P3Y"));
        adopt(Map.of("unused_after", "P90D"));
        var usedAt = MADE.plus(Duration.ofDays(10));
        use("secret0001", usedAt);
        use("secret0001", usedAt.minusSeconds(600));

        now = MADE.plus(Duration.ofDays(90));
        assertThat(rows()).isEmpty();
        now = now.plusMillis(1);
        assertThat(only().values())
                .containsEntry("rule", "unused_after")
                .containsEntry("code", null)
                .containsEntry("limit", "P90D")
                .containsEntry("measure", null)
                .containsEntry("unused_since", MADE)
                .containsEntry("credential_id", null);
        now = usedAt.plus(Duration.ofDays(90)).plusMillis(1);
        assertThat(rows()).hasSize(2);
        assertThat(rows("filter[q][credential_id_eq]", "secret0001"))
                .singleElement()
                .satisfies(row -> assertThat(row.values()).containsEntry("unused_since", usedAt));
        adopt(new HashMap<>(Map.of("max_live_secrets", 10)));
        assertThat(rows()).isEmpty();
    }

    @Test
    void keepsAUseThroughARotationAndFindsOneNotedBefore() {
        register(APP, 7200);
        var usedAt = MADE.plus(Duration.ofDays(10));
        use("secret0001", usedAt);
        add(APP, secret("secret0001", "P3Y"));
        add(APP, new ClientSecretRotated(APP, "secret0001", "secret0002", MADE.plus(Duration.ofDays(300))));
        adopt(Map.of("unused_after", "P90D"));

        now = usedAt.plus(Duration.ofDays(90));
        assertThat(rows("filter[q][credential_id_eq]", "secret0001")).isEmpty();
        now = now.plusMillis(1);
        assertThat(rows("filter[q][credential_id_eq]", "secret0001")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void forgetsWhatIsTakenAway(DomainEvent end) {
        register(APP, 86_400);
        add(APP, secret("secret0001", "P3Y"));
        add(APP, certificate("cert000001", MADE, END));
        adopt(STRICT);
        var before = rows();
        add(APP, end);

        assertThat(rows()).isSubsetOf(before).hasSizeLessThan(before.size());
        if (end instanceof AppDeleted) {
            assertThat(database().collection(PolicyViews.FACTS).countDocuments())
                    .isZero();
        }
    }

    static List<DomainEvent> ends() {
        return List.of(
                new ClientSecretRemoved(APP, "secret0001"),
                new ClientSecretLeaked(APP, "secret0001", null),
                new ClientSecretExpired(APP, "secret0001", END),
                new CertificateRemoved(APP, "cert000001"),
                new CertificateExpired(APP, "cert000001", END),
                new AppDeleted(APP, ORGANIZATION));
    }

    static final Map<String, Object> STRICT = Map.of(
            "client_secrets_allowed",
            false,
            "max_secret_duration",
            "P1D",
            "max_certificate_duration",
            "P1D",
            "max_token_lifetime",
            7200,
            "max_live_secrets",
            1,
            "unused_after",
            "P1D");

    @Test
    void exemptsAppsThatNobodyCanChange() {
        for (var kind : List.of("user", "resources")) {
            var id = kind.substring(0, 4) + "000001";
            register(id, kind, 86_400);
            add(id, secretOf(id, "secr" + id.substring(0, 6), "P3Y"));
        }
        adopt(STRICT);
        now = MADE.plus(Duration.ofDays(400));

        assertThat(rows()).isEmpty();
    }

    @Test
    void showsEachOrganizationByItsOwnPolicyToWhoMayReadIt() {
        fill();
        adopt(Map.of("max_secret_duration", "P1Y"));
        var other = "org0000002";
        add(other, new OrganizationRegistered(other, "Two", "two", "eu", "user000001", "o@e.org"));
        add("foreign001", registered("foreign001", other, "integration", 7200));
        add("foreign001", secretOf("foreign001", "secretF001", "P3Y"));

        assertThat(rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.organizationId()).isEqualTo(ORGANIZATION));
        assertThat(list(admin(other))).isEmpty();
        var both = new HashMap<>(ADMIN.grants());
        both.putAll(admin(other).grants());
        var member = new Caller("user", "user000001", "Ada", "client-1", both);
        assertThat(list(member)).isEqualTo(rows());
        add(other, policy(other, Map.of("client_secrets_allowed", false)));
        assertThat(list(member)).hasSize(rows().size() + 1);
        assertThatThrownBy(() -> reader().get(
                                ADMIN,
                                Resources.POLICY_VIOLATIONS,
                                list(admin(other)).getFirst().id()))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void countsWhatItLists() {
        fill();
        adopt(STRICT);
        now = MADE.plus(Duration.ofDays(2));
        var counts = reader().counts(ADMIN, Resources.POLICY_VIOLATIONS, options());
        var trial = context.getBean(PolicyViolations.class)
                .of(new OrganizationId(ORGANIZATION), PolicyAttributes.policy(ORGANIZATION, values(STRICT)));

        assertThat(trial.byRule()).isEqualTo(counts);
        counts.forEach((rule, count) -> assertThat(rows("filter[rule]", rule))
                .hasSize(Math.toIntExact(count))
                .allSatisfy(row -> assertThat(row.values()).containsEntry("rule", rule)));
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isPositive());
        assertThat(trial.apps())
                .isEqualTo(rows().stream()
                        .map(row -> row.values().get("app_id"))
                        .distinct()
                        .count());
        assertThat(rows("filter[app_id]", APP)).isNotEmpty().hasSizeLessThan(rows().size());
    }

    @Test
    void isTheSameAfterARebuild() {
        fill();
        use("secret0003", MADE.plus(Duration.ofDays(20)));
        var before = stored();
        database().collection(PolicyViews.FACTS).deleteMany(new Document());
        apply(history);
        assertThat(stored()).isEqualTo(before).isNotEmpty();

        apply(history.subList(history.size() / 2, history.size()));
        assertThat(stored()).isEqualTo(before);
    }

    /** Some of everything. */
    void fill() {
        for (int i = 1; i <= 3; i++) {
            register("app000000" + i, 7200 + i);
        }
        for (int i = 1; i <= 6; i++) {
            var app = "app000000" + (1 + i % 3);
            add(app, secretOf(app, "secret000" + i, "P" + (1 + i % 3) + "Y"));
        }
        add("app0000002", new ClientSecretRotated("app0000002", "secret0001", "secret0004", END));
        add("app0000003", new ClientSecretRemoved("app0000003", "secret0002"));
        add(APP, certificate("cert000001", MADE, END));
    }

    ViewsDatabase database() {
        return views.database();
    }

    void adopt(Map<String, Object> values) {
        add("policy0001", policy(ORGANIZATION, values));
    }

    /** What is not said allows everything. */
    private static CredentialPolicyChanged policy(String organization, Map<String, ?> said) {
        return PolicyAttributes.policy(organization, values(said)).adoptedBy(organization);
    }

    static Map<String, @Nullable Object> values(Map<String, ?> said) {
        var values = new HashMap<String, @Nullable Object>(
                Map.of("client_secrets_allowed", true, "expiry_notices", List.of(), "enforce_on_tokens", false));
        values.putAll(said);
        return values;
    }

    void register(String id, int lifetime) {
        register(id, "integration", lifetime);
    }

    private void register(String id, String kind, int lifetime) {
        add(id, registered(id, ORGANIZATION, kind, lifetime));
    }

    private static AppRegistered registered(String id, String organization, String kind, int lifetime) {
        return new AppRegistered(
                id, organization, kind, "live", "client-" + id, "App", lifetime, false, null, null, null);
    }

    void add(String aggregate, DomainEvent event) {
        var sequence = sequences.merge(aggregate, 0L, (last, first) -> last + 1);
        var id = "event-" + history.size();
        history.add(new Recorded(event, aggregate, sequence, MADE, id, history.size(), MetaData.emptyInstance()));
        apply(List.of(history.getLast()));
    }

    private void apply(List<Recorded> events) {
        groups().forEach(group -> {
            var concerned = events.stream()
                    .filter(event -> group.projection().concerns(event.event().getClass()))
                    .toList();
            if (!concerned.isEmpty()) {
                group.projection().apply(views.database(), concerned);
            }
        });
    }

    /** As the writer of uses does it. */
    private void use(String id, Instant at) {
        var uses = Map.of(id, new LastUse(at, null));
        new LastUses(database()).write(uses);
        context.getBean(UseFollower.class).used(uses);
    }

    private List<Document> stored() {
        return database()
                .collection(PolicyViews.FACTS)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private Row only() {
        assertThat(rows()).hasSize(1);
        return rows().getFirst();
    }

    private List<Object> rules() {
        return rows().stream().<Object>map(row -> row.values().get("rule")).toList();
    }

    private List<Row> rows(String... parameters) {
        return list(ADMIN, parameters);
    }

    private List<Row> list(Caller caller, String... parameters) {
        return reader().list(caller, Resources.POLICY_VIOLATIONS, options(parameters))
                .rows();
    }

    private static ReadOptions options(String... parameters) {
        var all = new HashMap<String, String[]>(Map.of("page[size]", new String[] {"25"}));
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], new String[] {parameters[i + 1]});
        }
        return ReadOptionsParser.list(Resources.POLICY_VIOLATIONS, all);
    }

    private Reader reader() {
        return context.getBean(Reader.class);
    }

    private List<View> groups() {
        return context.getBeanProvider(View.class).orderedStream().toList();
    }

    private static Caller admin(String organization) {
        var grant = new Grant(organization, "", "admin", Map.of(), null, true, null);
        return new Caller("user", "user000001", "Ada", "client-1", Map.of(organization, grant));
    }

    private static ClientSecretAdded secret(String id, String duration) {
        return secretOf(APP, id, duration);
    }

    static ClientSecretAdded secretOf(String app, String id, String duration) {
        return new ClientSecretAdded(app, ORGANIZATION, id, null, "abcd", "v-" + id, "p1", duration, END);
    }

    private static CertificateAdded certificate(String id, Instant begin, Instant end) {
        return new CertificateAdded(
                APP, ORGANIZATION, id, "Build server", "CN=a", "CN=a", "01", "s1", "s256", "EC", 256, begin, end, "");
    }
}
