package io.keyledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.http.answer.Row;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.access.InvitationResent;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppDescribed;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.reference.MetadataChanged;
import io.keyledger.query.rebuild.AllViews;
import io.keyledger.query.rebuild.History;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.row.ObjectText;
import io.keyledger.view.row.StoredRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
    private static final Instant END = Instant.parse("2029-05-01T00:00:00Z");
    private static final AppRegistered REGISTERED =
            new AppRegistered("a", "org", "integration", "test", "client", "App", 7200, false, null, "role", null);
    private static final ClientSecretAdded SECRET =
            new ClientSecretAdded("a", "org", "s", null, "wxyz", "the verifier", "pepper", "P3Y", END);

    @TempDir
    Path directory;

    private TestViews database;
    private AllViews views;
    private final History history = new History();

    @BeforeEach
    void open() {
        database = TestViews.embedded(directory, TestViews.eventStore());
        views = new AllViews(
                database.database(), "io.keyledger.query.app", "io.keyledger.query.access", "io.keyledger.query.audit");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void oneCommandIsOneVersionHoweverManyEventsItTook() {
        history.add("a", REGISTERED, "create")
                .add("a", SECRET, "create")
                .add("a", new MetadataChanged("api_credentials", "a", Map.of("k", 1)), "create");
        var version = only("api_credentials");
        assertThat(version.values())
                .containsEntry("event", "create")
                .containsEntry("resource_id", "a")
                .containsEntry("organization_id", "org");
        assertThat(changes(version))
                .containsEntry("name", Arrays.asList(null, "App"))
                .containsEntry("role_id", Arrays.asList(null, "role"))
                .containsEntry("client_secret_hint", Arrays.asList(null, "wxyz"))
                .containsEntry("client_secret_expires_at", Arrays.asList(null, "2029-05-01T00:00:00.000Z"))
                .containsEntry("metadata", Arrays.asList(null, Map.of("k", 1)));
    }

    @Test
    void aChangeHasTheValuesBeforeAndAfter() {
        history.add("a", REGISTERED).add("a", new TokenLifetimeChanged("a", 7200, 9000));
        var version = versions().getLast();
        assertThat(version.values()).containsEntry("event", "update");
        assertThat(changes(version)).isEqualTo(Map.of("expires_in", List.of(7200, 9000)));
    }

    @Test
    void aDescriptionIsPartOfTheVersionThatGaveIt() {
        history.add("a", REGISTERED, "create")
                .add("a", new AppDescribed("a", "Reads orders"), "create")
                .add("a", new AppDescribed("a", null));
        var all = versions();
        assertThat(changes(all.getFirst())).containsEntry("description", Arrays.asList(null, "Reads orders"));
        assertThat(changes(all.getLast())).isEqualTo(Map.of("description", Arrays.asList("Reads orders", null)));
    }

    @Test
    void anAppWithoutADescriptionTellsOfNone() {
        history.add("a", REGISTERED);
        assertThat(changes(versions().getFirst())).doesNotContainKey("description");
    }

    @Test
    void aDeletionHasTheLastValues() {
        history.add("a", REGISTERED).add("a", new AppRenamed("a", "Last")).add("a", new AppDeleted("a", "org"));
        var version = versions().getLast();
        assertThat(version.values()).containsEntry("event", "destroy").containsEntry("organization_id", "org");
        assertThat(changes(version)).containsEntry("name", Arrays.asList("Last", null));
    }

    @Test
    void whatNobodyIsShownIsNamedWithoutValues() {
        history.add("a", REGISTERED)
                .add("a", SECRET)
                .add("m", new MemberInvited("m", "org", "e@x", "role", "live_access", false, "first code"))
                .add("m", new InvitationResent("m", "second code"));
        assertThat(changes(versions().get(1))).containsEntry("client_secret", Arrays.asList(null, null));
        assertThat(changes(versions().getLast())).isEqualTo(Map.of("activation_code", Arrays.asList(null, null)));
        assertThat(database.database().collection("versions_v1").find().map(Document::toJson))
                .allSatisfy(text -> assertThat(text).doesNotContain("verifier", "code\""));
    }

    @Test
    void whatChangesNothingIsNoVersion() {
        history.add("a", REGISTERED).add("a", new AppRenamed("a", "App")).add("a", new TokenRevoked("a", "t", END));
        assertThat(versions()).hasSize(1);
    }

    @Test
    void aSecretThatEndsIsAChangeOfTheAppWithoutValues() {
        history.add("a", REGISTERED).add("a", SECRET).add("a", new ClientSecretRemoved("a", "s"));
        var last = versions().stream()
                .filter(version -> "a".equals(version.values().get("resource_id")))
                .toList()
                .getLast();
        assertThat(changes(last)).isEqualTo(Map.of("client_secret", Arrays.asList(null, null)));
    }

    @Test
    void tellsWhoDidIt() {
        history.add("u", new UserRegistered("u", "ada@example.com", null, null));
        assertThat(only().values().get("who"))
                .isEqualTo(Map.of("user", Map.of("id", "u1", "name", "ada@example.com"), "client_id", "client"));
    }

    private Row only() {
        var all = versions();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Row only(String type) {
        var all = versions().stream()
                .filter(version -> type.equals(version.values().get("resource_type")))
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<Row> versions() {
        views.apply(history.events());
        return database.database()
                .collection("versions_v1")
                .find()
                .sort(new Document("created_at", 1))
                .map(row -> StoredRow.read(Resources.VERSIONS, row))
                .into(new ArrayList<>());
    }

    private static Map<String, @Nullable Object> changes(Row version) {
        return ObjectText.read(ObjectText.write(
                Objects.requireNonNull((Map<?, ?>) version.values().get("changes"))));
    }
}
