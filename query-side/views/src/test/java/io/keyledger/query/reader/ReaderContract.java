package io.keyledger.query.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.Filter;
import io.keyledger.http.description.Predicate;
import io.keyledger.http.description.ReadOptions;
import io.keyledger.http.description.ReadOptions.SortKey;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.document.Included;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Grant;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.RuleViolation;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.row.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What readers find, whichever database the views are in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReaderContract {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Caller ADMIN = caller(Map.of("one", grant("one", "admin", Map.of())));
    private static final Caller OF_BOTH =
            caller(Map.of("one", grant("one", "admin", Map.of()), "two", grant("two", "read_only", Map.of())));
    private static final Caller OF_APPS_ALONE =
            caller(Map.of("one", grant("one", "custom", Map.of("api_credentials", Set.of(Operation.READ)))));

    /** A resource that itself lists which roles it leads to. */
    private static final ResourceType LISTS = new ResourceType(
            "lists",
            "roles",
            List.of(Resources.ID),
            List.of(new Relationship(
                    "roles", "roles", Relationship.Kind.TO_LISTED, "role_ids", Given.OPTIONAL, true, true)));

    private @Nullable TestViews views;

    abstract TestViews open(Path directory);

    @BeforeAll
    void fill(@TempDir Path directory) {
        views = open(directory);
        add(Resources.ORGANIZATIONS, "one", "one", Map.of("name", "First"));
        add(Resources.ORGANIZATIONS, "two", "two", Map.of("name", "Second"));
        add(Resources.ROLES, "r1", "one", Map.of("name", "Writers", "kind", "custom"));
        add(Resources.ROLES, "r2", "one", Map.of("name", "Readers", "kind", "read_only"));
        add(Resources.ROLES, "r3", "two", Map.of("name", "Writers", "kind", "custom"));
        app("a1", "one", "r1", "live", "crm");
        app("a2", "one", "r2", "test", null);
        app("a3", "one", null, "test", "erp");
        app("a4", "two", "r3", "live", null);
        app("a5", "one", "r3", "live", null);
        add(Resources.USERS, "u1", null, Map.of("email", "ada@example.com"));
        add(Resources.USERS, "u2", null, Map.of("email", "eve@example.com"));
        add(LISTS, "l1", "one", Map.of("role_ids", List.of("r2", "r1", "r3")));
        add(LISTS, "l2", "one", Map.of("role_ids", List.of("r2")));
        add(LISTS, "l3", "one", Map.of("role_ids", List.of()));
        add(LISTS, "l4", "two", Map.of("role_ids", List.of("r1", "r3")));
        version("v1", "one", "api_credentials", "a1");
        version("v2", "one", "roles", "r1");
        version("v3", "two", "api_credentials", "a4");
        version("v4", null, "users", "u1");
        version("v5", null, "users", "u2");
    }

    @Test
    void showsTheOrganizationsOfTheCallerAlone() {
        assertThat(ids(list(ADMIN, Resources.API_CREDENTIALS))).containsExactly("a1", "a2", "a3", "a5");
        assertThat(ids(list(OF_BOTH, Resources.API_CREDENTIALS))).containsExactly("a1", "a2", "a3", "a4", "a5");
        assertThat(ids(list(ADMIN, Resources.ORGANIZATIONS))).containsExactly("one");
    }

    @Test
    void refusesWhatTheCallerMayReadNowhere() {
        refused(ErrorCode.FORBIDDEN, () -> list(caller(Map.of()), Resources.API_CREDENTIALS));
        refused(ErrorCode.FORBIDDEN, () -> list(OF_APPS_ALONE, Resources.ROLES));
        refused(ErrorCode.FORBIDDEN, () -> reader().get(OF_APPS_ALONE, Resources.ROLES, "r1"));
    }

    @Test
    void hidesWhatIsOfOtherOrganizations() {
        refused(ErrorCode.RECORD_NOT_FOUND, () -> reader().get(ADMIN, Resources.API_CREDENTIALS, "a4"));
        refused(ErrorCode.RECORD_NOT_FOUND, () -> reader().get(ADMIN, Resources.API_CREDENTIALS, "none"));
        refused(ErrorCode.RECORD_NOT_FOUND, () -> reader().get(ADMIN, Resources.ORGANIZATIONS, "two"));
        assertThat(reader().get(OF_BOTH, Resources.API_CREDENTIALS, "a4").id()).isEqualTo("a4");
    }

    @Test
    void showsUsersThemselvesAlone() {
        assertThat(reader().get(ADMIN, Resources.USERS, "u1").id()).isEqualTo("u1");
        refused(ErrorCode.RECORD_NOT_FOUND, () -> reader().get(ADMIN, Resources.USERS, "u2"));
        assertThat(ids(list(ADMIN, Resources.USERS))).containsExactly("u1");
    }

    @Test
    void showsVersionsWhereTheirResourcesAreShown() {
        assertThat(ids(list(ADMIN, Resources.VERSIONS))).containsExactly("v1", "v2", "v4");
        var apps = Map.of(
                "api_credentials", Set.of(Operation.READ),
                "versions", Set.of(Operation.READ));
        var ofApps = caller(Map.of("one", grant("one", "custom", apps)));
        assertThat(ids(list(ofApps, Resources.VERSIONS))).containsExactly("v1", "v4");
        refused(ErrorCode.FORBIDDEN, () -> reader().get(ofApps, Resources.VERSIONS, "v2"));
        refused(ErrorCode.RECORD_NOT_FOUND, () -> reader().get(ADMIN, Resources.VERSIONS, "v3"));
        refused(ErrorCode.RECORD_NOT_FOUND, () -> reader().get(ADMIN, Resources.VERSIONS, "v5"));
    }

    @Test
    void filtersThroughAToOneRelationship() {
        var writers = filter(Resources.API_CREDENTIALS, "role", "name", Predicate.EQ, "Writers");
        assertThat(ids(list(ADMIN, Resources.API_CREDENTIALS, writers))).containsExactly("a1");
        var none = filter(Resources.API_CREDENTIALS, "role", "name", Predicate.NULL, true);
        assertThat(ids(list(ADMIN, Resources.API_CREDENTIALS, none))).containsExactly("a3");
    }

    @Test
    void filtersThroughAToManyRelationship() {
        var withLiveApps = filter(Resources.ROLES, "api_credentials", "mode", Predicate.EQ, "live");
        assertThat(ids(list(OF_BOTH, Resources.ROLES, withLiveApps))).containsExactly("r1", "r3");
        assertThat(ids(list(ADMIN, Resources.ROLES, withLiveApps))).containsExactly("r1");
    }

    @Test
    void findsOneOfSeveralAttributes() {
        var anyOf = List.of(path(Resources.API_CREDENTIALS, "mode"), path(Resources.API_CREDENTIALS, "reference"));
        var filter = new Filter(anyOf, Predicate.CONT, List.of("R"));
        assertThat(ids(list(ADMIN, Resources.API_CREDENTIALS, filter))).containsExactly("a1", "a3");
    }

    @Test
    void sortsByAllKeysAndTheId() {
        assertThat(sorted(new SortKey("mode", true), new SortKey("id", true))).containsExactly("a3", "a2", "a5", "a1");
        assertThat(sorted(new SortKey("reference", false))).containsExactly("a2", "a5", "a1", "a3");
        assertThat(sorted(new SortKey("reference", true))).containsExactly("a3", "a1", "a2", "a5");
        assertThat(sorted(new SortKey("created_at", true))).containsExactly("a5", "a3", "a2", "a1");
    }

    @Test
    void countsAllPages() {
        var second = reader().list(ADMIN, Resources.API_CREDENTIALS, options(2, 3, List.of()));
        assertThat(ids(second)).containsExactly("a5");
        assertThat(second.count()).isEqualTo(4);
        var first = reader().list(ADMIN, Resources.API_CREDENTIALS, options(1, 3, List.of()));
        assertThat(first.count()).isEqualTo(4);
        var beyond = reader().list(ADMIN, Resources.API_CREDENTIALS, options(9, 25, List.of()));
        assertThat(beyond.rows()).isEmpty();
        assertThat(beyond.count()).isEqualTo(4);
    }

    @Test
    void listsWhatAToManyRelationshipLeadsTo() {
        var relationship = Objects.requireNonNull(Resources.ROLES.relationship("api_credentials"));
        assertThat(ids(reader().related(OF_BOTH, Resources.ROLES, "r3", relationship, options(1, 25, List.of()))))
                .containsExactly("a4", "a5");
        assertThat(ids(reader().related(ADMIN, Resources.ROLES, "r1", relationship, options(1, 25, List.of()))))
                .containsExactly("a1");
        refused(
                ErrorCode.RECORD_NOT_FOUND,
                () -> reader().related(ADMIN, Resources.ROLES, "r3", relationship, options(1, 25, List.of())));
    }

    @Test
    void filtersThroughAList() {
        var ofWriters = filter(LISTS, "roles", "name", Predicate.EQ, "Writers");
        assertThat(ids(list(ADMIN, LISTS, ofWriters))).containsExactly("l1");
        assertThat(ids(list(OF_BOTH, LISTS, ofWriters))).containsExactly("l1", "l4");
        var ofReaders = filter(LISTS, "roles", "kind", Predicate.EQ, "read_only");
        assertThat(ids(list(ADMIN, LISTS, ofReaders))).containsExactly("l1", "l2");
    }

    @Test
    void listsWhatAListLeadsTo() {
        var roles = Objects.requireNonNull(LISTS.relationship("roles"));
        var options = options(1, 25, List.of());
        assertThat(ids(reader().related(OF_BOTH, LISTS, "l1", roles, options))).containsExactly("r1", "r2", "r3");
        assertThat(ids(reader().related(ADMIN, LISTS, "l1", roles, options))).containsExactly("r1", "r2");
        assertThat(ids(reader().related(ADMIN, LISTS, "l3", roles, options))).isEmpty();
        refused(ErrorCode.RECORD_NOT_FOUND, () -> reader().related(ADMIN, LISTS, "l4", roles, options));
    }

    @Test
    void findsTheListsThatNameAnId() {
        assertThat(reader().findBy(LISTS, "role_ids", "r3", 5))
                .extracting(Row::id)
                .containsExactlyInAnyOrder("l1", "l4");
    }

    @Test
    void includesWhatAListNamesInItsOrder() {
        var lists = list(ADMIN, LISTS).rows();
        var included = reader().include(ADMIN, LISTS, lists, List.of(List.of("roles")));
        assertThat(included.resources())
                .extracting(resource -> resource.row().id())
                .containsExactlyInAnyOrder("r1", "r2");
        assertThat(included.links())
                .containsEntry(new Included.Link("lists", "l1", "roles"), List.of("r2", "r1", "r3"))
                .containsEntry(new Included.Link("lists", "l3", "roles"), List.of());
    }

    @Test
    void includesEveryResourceOnce() {
        var apps = list(ADMIN, Resources.API_CREDENTIALS).rows();
        var included = reader().include(
                        ADMIN,
                        Resources.API_CREDENTIALS,
                        apps,
                        List.of(List.of("role", "api_credentials"), List.of("organization")));
        assertThat(included.resources())
                .extracting(resource ->
                        resource.type().name() + '/' + resource.row().id())
                .containsExactlyInAnyOrder("organizations/one", "roles/r1", "roles/r2");
        assertThat(included.links())
                .containsEntry(new Included.Link("api_credentials", "a1", "role"), List.of("r1"))
                .containsEntry(new Included.Link("api_credentials", "a3", "role"), List.of())
                .containsEntry(new Included.Link("roles", "r1", "api_credentials"), List.of("a1"));
    }

    @Test
    void includesNothingTheCallerMayNotRead() {
        var apps = list(OF_APPS_ALONE, Resources.API_CREDENTIALS).rows();
        var included = reader().include(OF_APPS_ALONE, Resources.API_CREDENTIALS, apps, List.of(List.of("role")));
        assertThat(included.resources()).isEmpty();
    }

    private void app(String id, String organization, @Nullable String role, String mode, @Nullable String reference) {
        var row = row(id, organization)
                .append("role_id", role)
                .append("mode", mode)
                .append("reference", reference);
        insert(Resources.API_CREDENTIALS, row);
    }

    private void version(String id, @Nullable String organization, String type, String resourceId) {
        insert(
                Resources.VERSIONS,
                row(id, organization)
                        .append("seen_by", organization == null ? resourceId : organization)
                        .append("resource_type", type)
                        .append("resource_id", resourceId));
    }

    private void add(ResourceType type, String id, @Nullable String organization, Map<String, Object> values) {
        var row = row(id, organization);
        row.putAll(values);
        insert(type, row);
    }

    private static Document row(String id, @Nullable String organization) {
        return new Document("_id", id)
                .append("sequence", 0L)
                .append("organization_id", organization)
                .append("created_at", START.plusSeconds(id.charAt(id.length() - 1)));
    }

    private void insert(ResourceType type, Document row) {
        Objects.requireNonNull(views).database().collection(Tables.of(type)).insertOne(row);
    }

    private Page list(Caller caller, ResourceType type, Filter... filters) {
        return reader().list(caller, type, options(1, 25, List.of(new SortKey("id", false)), filters));
    }

    private List<String> sorted(SortKey... keys) {
        return ids(reader().list(ADMIN, Resources.API_CREDENTIALS, options(1, 25, List.of(keys))));
    }

    private Reader reader() {
        var database = Objects.requireNonNull(views).database();
        return new Reader(
                database,
                new Rows(database, new RowDecorators(List.of()), Clock.systemUTC()),
                new ComputedFilters(List.of(), Clock.systemUTC()),
                new ExtraConditions(List.of(), Clock.systemUTC()));
    }

    private static ReadOptions options(int page, int size, List<SortKey> sort, Filter... filters) {
        var keys = new ArrayList<>(sort);
        if (keys.isEmpty()) {
            keys.add(new SortKey("created_at", false));
        }
        return new ReadOptions(page, size, keys, List.of(filters), List.of(), Map.of());
    }

    private static Filter filter(
            ResourceType type, String relationship, String attribute, Predicate predicate, Object value) {
        var through = Objects.requireNonNull(type.relationship(relationship));
        var target = Objects.requireNonNull(Resources.target(through).attribute(attribute));
        return new Filter(List.of(new Filter.Path(through, target)), predicate, List.of(value));
    }

    private static Filter.Path path(ResourceType type, String attribute) {
        return new Filter.Path(null, Objects.requireNonNull(type.attribute(attribute)));
    }

    private static List<String> ids(Page page) {
        return page.rows().stream().map(Row::id).toList();
    }

    private static void refused(ErrorCode code, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal ->
                                assertThat(refusal.refusals().getFirst().code()).isEqualTo(code));
    }

    private static Caller caller(Map<String, Grant> grants) {
        return new Caller("user", "u1", "ada@example.com", "client", grants);
    }

    private static Grant grant(String organization, String kind, Map<String, Set<Operation>> permissions) {
        return new Grant(organization, "role", kind, permissions, "membership", false, "ada@example.com");
    }

    @AfterAll
    void close() {
        if (views != null) {
            views.close();
        }
    }
}
