package io.keyledger.authorization.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.authorization.directory.RevocationRoom.EndingAllOf;
import io.keyledger.authorization.directory.RevocationRoom.Free;
import io.keyledger.authorization.directory.RevocationRoom.Full;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose tokens pay for many revocations. */
class RevocationsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Revocations revocations =
            new Revocations(Clock.fixed(NOW, ZoneOffset.UTC), app -> app.kind().equals("sales_channel"));

    @Test
    void makesTheAppWithTheMostRevocationsPayForItsOrganization() {
        fill(app("a", "integration"), 4_999);
        fill(app("b", "integration"), 4_998);
        fill(app("c", "integration"), 4_998);
        fill(app("d", "integration"), 4_998);
        assertThat(room(app("e", "integration"))).isEqualTo(new Free());

        fill(app("e", "integration"), 7);

        assertThat(room(app("e", "integration"))).isEqualTo(new EndingAllOf("a"));
        assertThat(room(app("b", "integration"))).isEqualTo(new EndingAllOf("a"));
        assertThat(room(app("new", "integration"))).isEqualTo(new EndingAllOf("a"));
        assertThat(room(new App("other", "integration", "another", null).entry()))
                .isEqualTo(new Free());

        revocations.forget("a", 1);
        assertThat(room(app("e", "integration"))).isEqualTo(new Free());
    }

    @Test
    void countsPublicAndPersonalAppsForNoOrganization() {
        for (var shop : List.of("a", "b", "c", "d", "e")) {
            fill(app(shop, "sales_channel"), 5_000);
        }
        for (var person : List.of("p", "q", "r")) {
            fill(new App(person, "user", "organ00001", person).entry(), 1_000);
        }

        assertThat(room(app("robot", "integration"))).isEqualTo(new Free());
        assertThat(room(new App("bob", "user", "organ00001", "bob").entry())).isEqualTo(new Free());
    }

    @Test
    void countsNothingElseForAUsersOwnApp() {
        for (var robot : List.of("a", "b", "c", "d")) {
            fill(app(robot, "integration"), 5_000);
        }
        var bob = new App("bob", "user", "organ00001", "bob").entry();
        fill(bob, 999);
        assertThat(room(bob)).isEqualTo(new Free());

        fill(new App("bob", "user", "organ00001", "bob").entry(), 1_000);

        assertThat(room(bob)).isEqualTo(new EndingAllOf("bob"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4_500, 4_999, 5_000, 5_100})
    void refusesMoreOfAPublicAppInsteadOfEndingAll(int count) {
        var shop = app("shop", "sales_channel");
        fill(shop, count);

        assertThat(revocations.room(shop, false)).isInstanceOf(Full.class);
        assertThat(revocations.room(shop, true)).isInstanceOf(count < 5_000 ? Free.class : Full.class);
        assertThat(room(app("another", "sales_channel"))).isEqualTo(new Free());
    }

    @Test
    void leavesEachPublicAppItsShare() {
        for (int i = 0; i < 5; i++) {
            fill(app("shop" + i, "sales_channel"), 4_000);
        }
        var late = app("late", "sales_channel");
        fill(late, 3_332);
        assertThat(revocations.room(late, false)).isEqualTo(new Free());
        fill(late, 3_333);

        assertThat(revocations.room(late, false)).isInstanceOf(Full.class);
        assertThat(revocations.room(app("shop0", "sales_channel"), false)).isInstanceOf(Full.class);
        assertThat(revocations.room(app("later", "sales_channel"), false)).isEqualTo(new Free());
    }

    @Test
    void tellsWhenAPublicAppHasRoomAgainOrToAskInAnHour() {
        var shop = app("shop", "sales_channel");
        fill(shop, 4_500);
        assertThat(revocations.room(shop, false)).isEqualTo(new Full(3601));

        revocations.add(shop, "soon", NOW.plusSeconds(30), 0);

        assertThat(revocations.room(shop, false)).isEqualTo(new Full(31));
    }

    @Test
    void forgetsADeletedAppInTheSumOfItsOrganization() {
        for (var robot : List.of("a", "b", "c", "d")) {
            fill(app(robot, "integration"), 5_000);
        }
        revocations.forget("a", Long.MAX_VALUE);

        assertThat(revocations.contains("a", "token1")).isFalse();
        assertThat(revocations.contains("b", "token1")).isTrue();
        assertThat(room(app("e", "integration"))).isEqualTo(new Free());
    }

    private RevocationRoom room(AppEntry app) {
        return revocations.room(app, true);
    }

    private void fill(AppEntry app, int count) {
        for (int i = 0; i < count; i++) {
            revocations.add(app, "token" + i, NOW.plusSeconds(7200), 0);
        }
    }

    private static AppEntry app(String id, String kind) {
        return new App(id, kind, "organ00001", null).entry();
    }

    private record App(
            String id,
            String kind,
            String organization,
            @Nullable String user) {
        AppEntry entry() {
            return new AppEntry(
                    id,
                    organization,
                    kind,
                    "live",
                    "client-" + id,
                    id,
                    7200,
                    null,
                    user,
                    false,
                    0,
                    Instant.EPOCH,
                    ScopeEntry.UNLIMITED,
                    List.of(),
                    List.of());
        }
    }
}
