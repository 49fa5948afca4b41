package io.keyledger.authorization.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.MembershipActivated;
import io.keyledger.kernel.access.OrganizationLeft;
import io.keyledger.kernel.access.PermissionGranted;
import io.keyledger.kernel.access.RoleDefined;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.row.Recorded;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A starting node loads the same from the view as it would fold from the events. */
class DirectoryViewTest {
    private static final Instant NOW = Instant.parse("2026-05-05T05:05:05Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final List<Recorded> HISTORY = List.of(
            at(0, "organ00001", new OrganizationRegistered("organ00001", "N", "slug", "eu", "user000001", "o@e.org")),
            at(0, "role000001", new RoleDefined("role000001", "organ00001", "r", "custom")),
            at(
                    1,
                    "role000001",
                    new PermissionGranted("role000001", "perm000001", "organ00001", "roles", false, true, false, true)),
            at(0, "user000001", new UserRegistered("user000001", "u@e.org", null, null)),
            at(
                    0,
                    "member0001",
                    new MemberInvited("member0001", "organ00001", "u@e.org", "role000001", "live_access", true, null)),
            at(1, "member0001", new MembershipActivated("member0001", "organ00001", "user000001")),
            at(
                    0,
                    "member0002",
                    new MemberInvited("member0002", "organ00002", "u@e.org", "role000001", "live_access", true, null)),
            at(1, "member0002", new MembershipActivated("member0002", "organ00002", "user000001")),
            at(2, "member0002", new MemberRemoved("member0002", "organ00002")),
            at(1, "user000001", new OrganizationLeft("user000001", "organ00002")),
            at(0, "app0000001", registered("app0000001", "client-1")),
            at(1, "app0000001", secret("app0000001", "secret0001")),
            at(2, "app0000001", new TokenLifetimeChanged("app0000001", 7200, 8000)),
            at(3, "app0000001", new TokenRevoked("app0000001", "token-1", NOW.plusSeconds(60))),
            at(4, "app0000001", new TokenRevoked("app0000001", "token-2", NOW)),
            at(0, "app0000002", registered("app0000002", "client-2")),
            at(1, "app0000002", new AppDeleted("app0000002", "organ00001")));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private TestViews views;

    @SuppressWarnings("NullAway.Init")
    private DirectoryView view;

    @BeforeEach
    void open() {
        views = TestViews.embedded(directory, TestViews.eventStore());
        view = new DirectoryView(JsonMapper.builder().build(), CLOCK);
    }

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void givesBackWhatTheEventsMade() {
        view.apply(views.database(), HISTORY);

        assertSame(loaded(), made(HISTORY));
    }

    @Test
    void isTheSameHoweverOftenAndInWhateverPiecesTheEventsCome() {
        for (int i = 1; i <= HISTORY.size(); i++) {
            view.apply(views.database(), HISTORY.subList(0, i));
        }
        HISTORY.forEach(recorded -> view.apply(views.database(), List.of(recorded)));

        assertSame(loaded(), made(HISTORY));
    }

    @Test
    void mayBeNewerThanTheEventsThatFollow() {
        view.apply(views.database(), HISTORY);
        var late = loaded();

        HISTORY.forEach(recorded -> late.apply(recorded.event(), recorded.sequence(), recorded.at()));

        assertSame(late, made(HISTORY));
    }

    @Test
    void forgetsRevocationsWhenAllTokensOfTheAppEnd() {
        view.apply(views.database(), HISTORY);
        view.apply(views.database(), List.of(at(5, "app0000001", new TokensRevoked("app0000001"))));
        var loaded = loaded();

        assertThat(views.database().collection("token_revocations_v2").find()).isEmpty();
        assertThat(loaded.isRevoked("app0000001", "token-1")).isFalse();
        assertThat(loaded.client("client-1")).satisfies(app -> {
            assertThat(app.backs(0, null, NOW)).isFalse();
            assertThat(app.backs(1, null, NOW)).isTrue();
        });
    }

    @Test
    void forgetsRevocationsOfDeadTokens() {
        view.apply(views.database(), HISTORY);
        loaded();

        assertThat(views.database().collection("token_revocations_v2").find())
                .extracting(row -> row.getString("_id"))
                .containsExactly("token-1");
    }

    private static void assertSame(Directory one, Directory other) {
        assertThat(one.client("client-1")).isNotNull().isEqualTo(other.client("client-1"));
        assertThat(one.app("app0000001")).isNotNull().isEqualTo(other.app("app0000001"));
        assertThat(one.client("client-2")).isNull();
        assertThat(other.client("client-2")).isNull();
        assertThat(one.organization("organ00001")).isNotNull().isEqualTo(other.organization("organ00001"));
        assertThat(one.email("user000001")).isEqualTo("u@e.org").isEqualTo(other.email("user000001"));
        assertThat(one.departures("user000001")).isEqualTo(1).isEqualTo(other.departures("user000001"));
        for (var departures : List.of(0L, 1L)) {
            assertThat(one.grantsOf("user000001", departures))
                    .hasSize(1)
                    .isEqualTo(other.grantsOf("user000001", departures));
        }
        assertThat(one.isRevoked("app0000001", "token-1")).isTrue();
        assertThat(one.isRevoked("app0000001", "token-2")).isFalse();
    }

    private Directory loaded() {
        var loaded = new Directory(CLOCK, Kinds.shipped());
        view.load(views.database(), loaded);
        return loaded;
    }

    private static Directory made(List<Recorded> events) {
        var made = new Directory(CLOCK, Kinds.shipped());
        new ArrayList<>(events).forEach(recorded -> made.apply(recorded.event(), recorded.sequence(), recorded.at()));
        return made;
    }

    private static AppRegistered registered(String id, String clientId) {
        return new AppRegistered(
                id, "organ00001", "integration", "live", clientId, "A", 7200, false, null, "role000001", null);
    }

    private static ClientSecretAdded secret(String appId, String id) {
        return new ClientSecretAdded(appId, "org", id, null, "hint", "hash", "pepper", "P3Y", NOW.plusSeconds(9));
    }

    private static Recorded at(long sequence, String aggregateId, DomainEvent event) {
        return new Recorded(
                event, aggregateId, sequence, NOW, aggregateId + sequence, sequence, MetaData.emptyInstance());
    }
}
